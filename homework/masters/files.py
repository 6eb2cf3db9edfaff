"""Files of a master: data, pictures and modules find their places in an assignment.

Data go to `data/`, what only the grader reads to `hidden/`, pictures to `figures/`, and
Python modules to `assignments/given/`; the cells and tests that name them are changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from homework.base.errors import HomeworkError
from homework.masters import config
from homework.masters.master import Draft
from homework.questions.cells import Cell

SHOWN = re.compile(r"(!\[[^\]]*\]\(|<img[^>]*?src=[\"'])([^)\"'\s]+)")
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"}
ELSEWHERE = re.compile(r"\w+://|//|data:|attachment:")
WRITES = re.compile(r"\b(to_\w+|save\w*|dump\w*|imwrite)\(|[\"'][wax]b?\+?[\"']")
QUOTED = re.compile(r"([\"'])([^\"'\n]{1,200})\1")
IMPORTED = re.compile(r"^\s*(?:from|import)\s+(\w+)", re.MULTILINE)
LARGEST_MB = 50


def bring(draft: Draft) -> None:
    """Take in the files that the settings name and the pictures that cells show.

    Raises:
        HomeworkError: when a file is too large for a repository.

    """
    places: dict[str, str] = {}
    for key, folder in (("files", "data"), ("autograder_files", "hidden")):
        for name in config.names(draft.settings, key):
            _take(draft, name, folder, places)
    for name in _unlisted(draft, places):
        draft.notes.append(f"the file {name} is taken along, as the code names it")
        _take(draft, name, "data", places)
    for name in config.names(draft.settings, "student_files"):
        path = draft.path.parent / name
        if path.is_file():
            draft.files[Path(name).name] = _read(path)
        else:
            draft.notes.append(f"settings: the student file {name} is missing")
    _rewrite(draft, lambda text: _renamed(text, places))
    _rewrite(draft, lambda text: _with_modules(text, set(draft.modules)))
    draft.modules = {
        name: _with_modules(_renamed(text, places), set(draft.modules))
        for name, text in draft.modules.items()
    }
    _take_pictures(draft)


def _unlisted(draft: Draft, places: dict[str, str]) -> list[str]:
    """Find what the code reads and no setting names.

    nbgrader has no such settings: it gives out all that lies beside a master. Of Otter,
    what only hidden tests name stays where it is.
    """
    is_given = draft.style == "nbgrader"
    texts = [cell.source for cell in draft.cells if cell.kind == "code"]
    for question in draft.questions:
        texts += [t.source for t in question.tests if is_given or not t.hidden]
    made = {name for text in texts for name in _quoted(text, written=True)}
    made.update(config.names(draft.settings, "student_files"))
    listed = {*places, *made, *(f"{name}.py" for name in draft.modules)}
    found = [_beside(draft, name) for text in texts for name in _named(text)]
    new = (name for name in found if name not in listed)
    return [name for name in dict.fromkeys(new) if name and _top(name) not in listed]


def _top(name: str) -> str:
    return name.partition("/")[0]


def _named(text: str) -> list[str]:
    modules = [f"{found[1]}.py" for found in IMPORTED.finditer(text)]
    return _quoted(text, written=False) + modules


def _quoted(text: str, *, written: bool) -> list[str]:
    """List the texts in quotes, on lines that write files, or on all others."""
    lines = [li for li in text.splitlines() if bool(WRITES.search(li)) == written]
    found = [quoted[2] for line in lines for quoted in QUOTED.finditer(line)]
    return [name.removeprefix("./") for name in found]


def _beside(draft: Draft, name: str) -> str:
    """Return the file beside the master that a text names, or its folder, or ""."""
    path = draft.path.parent / name
    if not name or name.startswith("/") or ".." in Path(name).parts:
        return ""
    if "." in name and path.suffix != ".ipynb" and path.is_file():
        return name
    is_folder = (draft.path.parent / _top(name)).is_dir()
    return _top(name) if is_folder and ("/" in name or name == "data") else ""


def _take(draft: Draft, name: str, folder: str, places: dict[str, str]) -> None:
    path = draft.path.parent / name
    if Path(name).is_absolute() or ".." in Path(name).parts or not path.exists():
        draft.notes.append(f"settings: the file {name} is missing, so it is left out")
        return
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if not file.is_file() or file.name.startswith(".") or file.suffix == ".pyc":
            continue
        relative = file.relative_to(draft.path.parent).as_posix()
        if file.suffix == ".py" and folder == "data":
            _take_module(draft, relative, file)
            continue
        place = f"{folder}/{relative.removeprefix(f'{folder}/')}"
        draft.files[place] = _read(file)
        places[relative] = place
    if path.is_dir() and not name.startswith(folder):
        places[name] = f"{folder}/{name}"


def _take_module(draft: Draft, relative: str, file: Path) -> None:
    if "/" in relative:
        draft.notes.append(f"settings: the module {relative} is in a folder: left out")
    elif file.stem == draft.path.stem:
        draft.notes.append(f"settings: {relative} is the master as a script: left out")
    else:
        draft.modules[file.stem] = file.read_text(encoding="utf-8")


def _read(path: Path) -> bytes:
    if path.stat().st_size > LARGEST_MB * 2**20:
        raise HomeworkError(
            path,
            f"is larger than {LARGEST_MB} MB.",
            "Let the notebook fetch it, and take it out of the settings.",
        )
    return path.read_bytes()


def _renamed(text: str, places: dict[str, str]) -> str:
    """Put new places for old ones inside quotes."""
    for old, new in sorted(places.items(), key=lambda pair: -len(pair[0])):
        if old != new:
            pattern = rf"([\"'])(?:\./)?{re.escape(old)}(?=[\"'/])"
            text = re.sub(pattern, rf"\g<1>{new}", text)
    return text


def _with_modules(text: str, modules: set[str]) -> str:
    for name in modules:
        lines = (
            (rf"^(\s*)from {name} import", rf"\1from given.{name} import"),
            (rf"^(\s*)import {name}\b(?!\.)", rf"\1from given import {name}"),
        )
        for old, new in lines:
            text = re.sub(old, new, text, flags=re.MULTILINE)
    return text


def _rewrite(draft: Draft, change: Callable[[str], str]) -> None:
    """Change the text of all code, tests included."""

    def changed(cell: Cell) -> Cell:
        return (
            replace(cell, source=change(cell.source)) if cell.kind == "code" else cell
        )

    _change_cells(draft, changed)
    for question in draft.questions:
        question.tests = [
            replace(test, source=change(test.source)) for test in question.tests
        ]


def _change_cells(draft: Draft, change: Callable[[Cell], Cell]) -> None:
    draft.intro = list(map(change, draft.intro))
    for question in draft.questions:
        question.cells = list(map(change, question.cells))
        question.after = list(map(change, question.after))


def _take_pictures(draft: Draft) -> None:
    missing: dict[str, None] = {}

    def show(found: re.Match[str]) -> str:
        name = unquote(found.group(2)).removeprefix("./")
        path = draft.path.parent / name
        if name in draft.files or ELSEWHERE.match(name):
            return found.group()
        if Path(name).is_absolute() or ".." in Path(name).parts or not path.is_file():
            if Path(name).suffix.lower() in PICTURES:
                missing[name] = None
            return found.group()
        place = f"figures/{re.sub(r'[^A-Za-z0-9_.-]+', '_', Path(name).name)}"
        draft.files[place] = _read(path)
        return f"{found.group(1)}{place}"

    def changed(cell: Cell) -> Cell:
        if cell.kind != "markdown":
            return cell
        return replace(cell, source=SHOWN.sub(show, cell.source))

    _change_cells(draft, changed)
    draft.notes += [f"the picture {name} is missing" for name in missing]
