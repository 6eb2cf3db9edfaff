from __future__ import annotations

import ast
import hashlib
import io
import json
import re
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from checks import colab
from checks.columns import in_columns
from checks.history import names_set_by

ABOUT = "hand_in.json"
TOGETHER = "homework.json"
PLACEHOLDER = "_Type your answer here, replacing this text._"
ANSWER, IGNORED = "otter_answer_cell", "otter_ignore"
QUESTION = re.compile(r"^#+ +(Question \d+)\b", re.MULTILINE)
HEADING = re.compile(r"^##? ", re.MULTILINE)
DOTS = re.compile(r"(?:^|=)\s*\.\.\.\s*(?:#.*)?$", re.MULTILINE)
FRESH_S = 60.0
GIVEN = {"checks", "deeplearning", "given", "google", "otter"}


@dataclass(frozen=True)
class Cell:

    kind: str
    source: str
    is_answer: bool
    is_ignored: bool = False

    @property
    def mark(self):
        text = "".join(self.source.split()).encode("utf-8", "surrogatepass")
        return hashlib.sha256(text).hexdigest()[:16] if text else ""


def read_cells(notebook):
    plain = json.loads(notebook)
    if not isinstance(plain, dict) or not isinstance(plain.get("cells"), list):
        raise ValueError("it is no notebook")
    return list(map(_cell, plain["cells"]))


def _cell(plain):
    tags = plain.get("metadata", {}).get("tags", ())
    source = "".join(plain["source"])
    return Cell(plain["cell_type"], source, ANSWER in tags, IGNORED in tags)


def answered(cells, handed_out):
    found: dict[str, bool] = {}
    name = ""
    for cell in cells:
        heading = QUESTION.search(cell.source) if cell.kind == "markdown" else None
        is_new = cell.mark and cell.mark not in handed_out and not cell.is_ignored
        if heading:
            name = heading[1]
            found.setdefault(name, False)
        elif name and is_new:
            found[name] = True
        elif cell.kind == "markdown" and not is_new and HEADING.search(cell.source):
            name = ""
    return found


def pack(target, files):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr("__zip_filename__", target.name)


def partners(folder, name):
    try:
        listed = json.loads((folder.parent / TOGETHER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [folder.parent / each / f"{each}.ipynb" for each in listed if each != name]


def unlike_what_ran(
    cells, history, tested = ()
):
    sources = {cell.source for cell in cells}
    found = [names_set_by(cell.source) for cell in cells if cell.kind == "code"]
    answers = [
        names_set_by(cell.source)
        for cell in cells
        if cell.is_answer and cell.kind == "code"
    ]
    lost = {name for name in tested if history.last(name)}.difference(*found)
    if lost:
        yield (
            f"no cell of the saved file sets {_listed(lost)}, which ran here. Hidden "
            "tests will not find it: write the cell again, or save the notebook."
        )
    last = {name: history.last(name) for name in set().union(*answers)}
    failed = {name: run for name, run in last.items() if run and run.error}
    if failed:
        error = next(iter(failed.values())).error
        yield (
            f"the cell that sets {_listed(failed)} failed when it ran last ({error}). "
            "The grader meets the error; the points below are from before."
        )
    unsaved = {name for name, run in last.items() if run and run.source not in sources}
    if unsaved:
        yield (
            f"the saved file has another {_listed(unsaved)} than the one "
            "that ran last. Save the notebook and run this cell again."
        )
    never = sum(
        not names & unsaved and any(last[name] is None for name in names)
        for names in answers
    )
    if never:
        yield (
            f"{_count(never, 'answer has', 'answers have')} not run since the kernel "
            "started. Run all cells, then this one, to see the points that they earn."
        )


def not_answered(cells):
    answers = [cell for cell in cells if cell.is_answer]
    texts = sum(PLACEHOLDER in cell.source for cell in answers)
    if texts:
        yield (
            f"{_count(texts, 'written answer is', 'written answers are')} still the "
            "placeholder."
        )
    codes = [cell.source for cell in answers if cell.kind == "code"]
    dots = sum(bool(DOTS.search(source)) for source in codes)
    if dots:
        many = _count(dots, "answer has", "answers have")
        yield f"{many} a line that is still `...`."


def not_in_the_grader(cells, modules):
    if modules is None:
        return
    known = {*sys.stdlib_module_names, *GIVEN, *modules}
    found = {name for cell in cells if cell.kind == "code" for name in _tops(cell)}
    for name in sorted(found - known):
        yield (
            f"{name} is imported, and the grader does not have it: cells that need "
            f"it fail there. Answers may import {', '.join(modules)}."
        )


def _tops(cell):
    try:
        nodes = list(ast.walk(ast.parse(cell.source)))
    except (SyntaxError, ValueError):
        return
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def old(path, history, now):
    saved = path.stat().st_mtime
    age = now - saved
    if age > FRESH_S or any(run.at > saved for run in history.runs):
        yield (
            f"{path.name} was last saved {_ago(age)}. What you wrote since then, texts "
            "too, is not in it: save, and run this cell again."
        )


def _listed(names):
    return ", ".join(sorted(names))


def _ago(seconds):
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{_count(max(round(seconds), 1), 'second', 'seconds')} ago"
    if minutes < 120:
        return f"{_count(minutes, 'minute', 'minutes')} ago"
    return f"{round(minutes / 60)} hours ago"


def _count(number, one, more):
    return f"{number} {one if number == 1 else more}"


class HandIn:

    def __init__(
        self,
        name,
        folder,
        history,
        tested = (),
    ):
        self.name, self.folder, self.history = name, folder, history
        self.tested = tested
        self.about = _json(folder / "tests" / ABOUT)
        self.handed_out = set(self.about.get("cells", ()))

    def run(self, path, files, points):
        if path is None:
            print(self._no_notebook(files))
            return
        there = [name for name in files if (self.folder / name).is_file()]
        try:
            content = {f"{self.name}.ipynb": path.read_bytes()}
            content |= {name: (self.folder / name).read_bytes() for name in there}
            for other in partners(self.folder, self.name):
                if other.is_file():
                    content[other.name] = other.read_bytes()
            target = (
                self.folder / f"{self.name}_{time.strftime('%Y_%m_%dT%H_%M_%S')}.zip"
            )
            pack(target, content)
            lines = list(self._receipt(target, points))
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            print(
                f"The zip could not be written ({type(error).__name__}: {error}). "
                f"{self._by_hand(path.name, files)}"
            )
            return
        for doubt in self._doubts(path, target, files):
            print(in_columns(f"Before you hand in: {doubt}"))
        print("\n".join(lines))
        if colab.on_colab():
            colab.download(target)
        else:
            print(f"Upload {target.name} from {self.folder}.")

    def _no_notebook(self, files):
        if colab.on_colab():
            by_hand = self._by_hand(f"{self.name}.ipynb", files)
            return (
                "Colab did not give the notebook. Run this cell again; if that does "
                f"not help, choose File > Download > Download .ipynb. {by_hand}"
            )
        return (
            f"It is not clear which file in {self.folder} is this notebook. Save it "
            f"there as {self.name}.ipynb, and run this cell again."
        )

    def _by_hand(self, notebook, files):
        if not files:
            return f"Upload {notebook} as it is: a plain notebook is graded, too."
        return (
            f"Upload {notebook} as it is, and with it {', '.join(files)}: plain files "
            "are graded, too."
        )

    def _doubts(self, path, target, files):
        content = _opened(target)
        cells = read_cells(content[f"{self.name}.ipynb"])
        if not colab.on_colab():
            yield from old(path, self.history, time.time())
        yield from unlike_what_ran(cells, self.history, self.tested)
        yield from not_answered(cells)
        yield from not_in_the_grader(cells, self.about.get("modules"))
        for name in files:
            if not content.get(name):
                state = "is empty" if name in content else "is not there"
                yield f"{name} {state}: run the cell that writes it."
        for other in partners(self.folder, self.name):
            if other.name not in content:
                yield (
                    f"this homework has {other.name} too, which is not in "
                    f"{other.parent}. Upload the zip that its last cell writes as well."
                )

    def _receipt(self, target, points):
        content = _opened(target)
        data = target.read_bytes()
        yield f"Receipt: {target.name}, {len(data):,} bytes"
        yield f"    SHA-256 {hashlib.sha256(data).hexdigest()}"
        beside = []
        for name, inside in content.items():
            if name.endswith(".ipynb"):
                yield f"In it: {name}, {len(inside):,} bytes"
                yield f"    SHA-256 {hashlib.sha256(inside).hexdigest()}"
                yield f"    {self._answers(name, inside)}"
            else:
                beside.append(f"{name} ({len(inside):,} bytes)")
        if beside:
            yield f"Beside it: {', '.join(beside)}"
        yield points

    def _answers(self, name, notebook):
        about = _json(self.folder.parent / Path(name).stem / "tests" / ABOUT)
        own = name == f"{self.name}.ipynb"
        handed_out = self.handed_out if own else set(about.get("cells", ()))
        found = answered(read_cells(notebook), handed_out)
        return in_words(found)


def in_words(found):
    left = [name.removeprefix("Question ") for name, done in found.items() if not done]
    said = f"{len(found) - len(left)} of {len(found)} questions answered"
    return f"{said}; not yet: {', '.join(left)}." if left else f"{said}."


def _opened(path):
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        names = [name for name in archive.namelist() if name != "__zip_filename__"]
        return {name: archive.read(name) for name in names}


def _json(path):
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
