"""What a student's notebook asks for: checks in plain words, and a zip to hand in.

Otter runs the tests and packs the zip, as ever. This module finds the notebook's file
whatever it is called, says in words what Otter found, and names cells that are not what
they seem: changed after they ran, failed, or not saved. When a notebook is graded, it
steps aside and Otter does everything.
"""

from __future__ import annotations

import ast
import json
import os
import re
import sys
import time
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checks import answers, home

HIDDEN_TESTS = "hidden.json"
PLACEHOLDER = "_Type your answer here, replacing this text._"
ANSWER = "otter_answer_cell"

_running: list[Grader] = []


def open_grader(name: str, otter: Any) -> Any:
    """Return the object whose `check` and `export` a notebook calls.

    Args:
        name: of the assignment.
        otter: the module.

    """
    shell = _shell()
    if getattr(otter.Notebook, "_grading_mode", True) or shell is None:
        return otter.Notebook(f"{name}.ipynb")
    folder = Path(answers.__file__).resolve().parents[1]
    if not (folder / "tests").is_dir():
        print(
            f"The folder 'tests' is missing in {folder}. Checks need it: keep the "
            "whole folder of this homework together."
        )
    home.AT_HOME = True
    _running[:] = [Grader(name, folder, otter, shell)]
    return _running[0]


def running_notebook() -> Path | None:
    """Return the file of the notebook that runs here, once its first cell ran.

    On Colab it is written anew from what is on the screen.
    """
    return _running[0].saved() if _running else None


def on_colab() -> bool:
    """Say whether Colab runs this, where the notebook is no file on the disk."""
    return "google.colab" in sys.modules


def _from_screen() -> dict[str, Any] | None:
    """Ask Colab's page for the notebook; None when it does not answer."""
    from google.colab import _message

    for _ in range(2):  # the first request of a long notebook can take too long
        found = _message.blocking_request("get_ipynb", timeout_sec=30)
        if found:
            notebook: dict[str, Any] = found["ipynb"]
            return notebook
    return None


def _shell() -> Any:
    """Return the IPython that runs this, if one does."""
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None


# --- what ran -----------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """One cell that ran."""

    source: str
    error: str  # "" when it went well
    at: float  # seconds since the epoch


@dataclass
class History:
    """The cells that ran in this kernel, from the first cell of the notebook on."""

    runs: list[Run] = field(default_factory=list)

    def note(self, result: Any) -> None:
        """Take down a cell; IPython calls this after each."""
        error = result.error_before_exec or result.error_in_exec
        said = f"{type(error).__name__}: {error}" if error else ""
        self.runs.append(Run(result.info.raw_cell, said, time.time()))

    def last(self, names: set[str]) -> Run | None:
        """Return the last run of a cell that sets one of these names."""
        runs = (run for run in reversed(self.runs) if names & names_set_by(run.source))
        return next(runs, None)


def names_set_by(source: str) -> set[str]:
    """Return the names that a cell sets at its margin, also where it is not Python."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        found = r"^(?:def|class)\s+(\w+)|^(\w+)\s*=(?!=)"
        return {a or b for a, b in re.findall(found, source, re.MULTILINE)}
    names = set()
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            stored = (leaf for target in node.targets for leaf in ast.walk(target))
            names |= {leaf.id for leaf in stored if isinstance(leaf, ast.Name)}
    return names


# --- the notebook's file ------------------------------------------------------


def find_notebook(name: str, folder: Path, names: dict[str, Any]) -> Path | None:
    """Find the file of the notebook that runs, renamed or not.

    Args:
        name: of the assignment.
        folder: where the notebook came from.
        names: the notebook's variables; VS Code keeps the file's name there.

    """
    told = [names.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")]
    for path in (Path(str(each)) for each in told if each):
        for place in (path, folder / path.name):
            if place.suffix == ".ipynb" and _is_of(place, name):
                return place
    beside = [path for path in sorted(folder.glob("*.ipynb")) if _is_of(path, name)]
    plain = folder / f"{name}.ipynb"
    return beside[0] if len(beside) == 1 else plain if plain in beside else None


def _is_of(path: Path, name: str) -> bool:
    metadata = _read(path).get("metadata", {})
    return bool(metadata.get("otter", {}).get("assignment_name") == name)


def _read(path: Path | None) -> dict[str, Any]:
    """Read a notebook; an unreadable one is empty."""
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _cells(path: Path | None) -> Iterator[tuple[str, str, bool]]:
    """Give each cell: its kind, its source, whether an answer belongs there."""
    for cell in _read(path).get("cells", ()):
        is_answer = ANSWER in cell.get("metadata", {}).get("tags", ())
        yield cell["cell_type"], "".join(cell["source"]), is_answer


# --- the grader of a notebook -------------------------------------------------


class Grader:
    """What the notebook calls `grader`."""

    def __init__(self, name: str, folder: Path, otter: Any, shell: Any) -> None:
        self.name, self.folder, self.shell = name, folder, shell
        self.history = History()
        shell.events.register("post_run_cell", self.history.note)
        path = self.notebook
        if path is None and not on_colab():
            print(
                f"The file of this notebook was not found in {folder}. Checks work. "
                f"To hand in, save the notebook there as {name}.ipynb."
            )
        self.otter = otter.Notebook(str(path) if path else None, str(folder / "tests"))

    @property
    def notebook(self) -> Path | None:
        """The notebook's file, looked up anew: it can be renamed while it runs."""
        return find_notebook(self.name, self.folder, self.shell.user_ns)

    def saved(self) -> Path | None:
        """Return the file to hand in: on Colab, what the page holds now."""
        if not on_colab():
            return self.notebook
        shown = _from_screen()
        if shown is None:
            return None
        path = self.folder / f"{self.name}.ipynb"
        path.write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
        return path

    # --- checks

    def check(self, question: str, global_env: dict[str, Any] | None = None) -> None:
        """Run the public tests of a question, and say what they found.

        Args:
            question: its name, such as "q01_batchnorm_forward".
            global_env: the variables to look at; the notebook's by default.

        """
        env = self.shell.user_ns if global_env is None else global_env
        if not (self.folder / "tests" / f"{question}.py").is_file():
            print(
                f"There are no tests for {question} in {self.folder / 'tests'}. "
                "Keep the whole folder of this homework together."
            )
            return
        try:
            found = self.otter.check(question, global_env=env)
        except KeyboardInterrupt as stop:
            where = answers.students_line(stop.__traceback__)
            print(f"{question}: stopped by you{where}. Nothing was judged.")
            return
        names = {
            parameter
            for result in found.test_case_results
            for parameter in result.test_case.body._get_func_params()
        }
        print("\n".join([*report(question, found), *self.doubts(names)]))
        print(self._to_come(question))

    def check_all(self) -> None:
        """Run the public tests of all questions."""
        for path in sorted((self.folder / "tests").glob("q*.py")):
            self.check(path.stem)

    def doubts(self, names: set[str]) -> Iterator[str]:
        """Say when the cell that sets names failed, or is not the one in the file."""
        run, path = self.history.last(names), self.notebook
        if run is None:
            return
        which = ", ".join(sorted(names & names_set_by(run.source)))
        if run.error:
            yield (
                f"The cell that sets {which} failed when it ran last ({run.error}). "
                "What was checked is from before."
            )
        elif path and path.stat().st_mtime > run.at:
            sources = [code for kind, code, _ in _cells(path) if kind == "code"]
            mine = [code for code in sources if names & names_set_by(code)]
            if mine and run.source not in sources:
                yield (
                    f"The cell that sets {which} was changed after it ran last: "
                    "run it, then check again."
                )

    def _to_come(self, question: str) -> str:
        try:
            text = (self.folder / "tests" / HIDDEN_TESTS).read_text(encoding="utf-8")
            count = int(json.loads(text).get(question, 0))
        except (OSError, ValueError):
            return ""
        if not count:
            return "These are all the tests of this question."
        tests = "1 hidden test runs" if count == 1 else f"{count} hidden tests run"
        return f"And {tests} after you hand in."

    # --- handing in

    def export(self, *, files: list[str] | None = None, **options: Any) -> None:
        """Write the zip that is handed in, and say first what seems forgotten.

        Args:
            files: what belongs into the zip beside the notebook.
            options: of `otter.Notebook.export`.

        """
        path = self.saved()
        if path is None and on_colab():
            print(
                "Colab did not give the notebook. Choose File > Download > Download "
                ".ipynb, and upload that file: it is graded, too."
            )
        elif path is None:
            print(
                f"The file of this notebook was not found in {self.folder}. Save it "
                f"there as {self.name}.ipynb, and run this cell again."
            )
        else:
            self._export(path, files or [], options)

    def _export(self, path: Path, files: list[str], options: dict[str, Any]) -> None:
        for doubt in self.forgotten(path):
            print(f"Before you hand in: {doubt}")
        missing = [name for name in files if not (path.parent / name).is_file()]
        if missing:
            print(f"Not in the zip, because not there: {', '.join(missing)}.")
        kept = [name for name in files if name not in missing]
        if on_colab():
            from google.colab import files as front_end

            target = pack(path, kept)
            print(f"{target.name} is downloaded: upload it.")
            front_end.download(str(target))
            return
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            # What Otter's own kernel grumbles about is no business of a student.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.otter.export(path.name, files=kept, **options)
        except Exception as error:
            target = pack(path, kept)
            print(
                f"Otter could not write the zip ({type(error).__name__}: {error}), so "
                f"it was written without Otter: upload {target.name}."
            )
        finally:
            os.chdir(before)

    def forgotten(self, path: Path) -> Iterator[str]:
        """Say what in the file is not what ran, and what was not answered."""
        cells = list(_cells(path))
        sources = {source for _, source, _ in cells}
        unsaved = set()
        for kind, source, is_answer in cells:
            names = names_set_by(source) if kind == "code" and is_answer else set()
            run = self.history.last(names)
            if run and run.source not in sources:
                unsaved |= names & names_set_by(run.source)
        if unsaved:
            yield (
                f"the saved file has another {', '.join(sorted(unsaved))} than the one "
                "that ran last. Save the notebook and run this cell again."
            )
        empty = sum(
            PLACEHOLDER in source for _, source, is_answer in cells if is_answer
        )
        if empty:
            texts = (
                "1 written answer is" if empty == 1 else f"{empty} written answers are"
            )
            yield f"{texts} still the placeholder in the saved file."


def pack(path: Path, files: list[str]) -> Path:
    """Zip a notebook and files beside it; a fall-back for Otter's export."""
    stamp = time.strftime("%Y_%m_%dT%H_%M_%S")
    target = path.with_name(f"{path.stem}_{stamp}.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (path.name, *files):
            archive.write(path.parent / name, name)
        archive.writestr("__zip_filename__", target.name)
    return target


# --- words --------------------------------------------------------------------


def report(question: str, found: Any) -> Iterator[str]:
    """Say what Otter found: each idea once, no line of a test, no sign but words."""
    results = found.test_case_results
    passed = sum(result.passed for result in results)
    points = sum(result.test_case.points for result in results if result.passed)
    yield (
        f"{question}: {passed} of {len(results)} public tests passed "
        f"({points:g} of {found.possible:g} points)."
    )
    failures: dict[str, list[str]] = {}
    for result in results:
        if not result.passed:
            asked = result.test_case.failure_message or result.test_case.name
            failures.setdefault(_seen(result.message), []).append(asked)
    for seen, asked in failures.items():
        yield ""
        yield from (f"Not yet: {sentence}" for sentence in asked)
        yield f"    {seen}"
    if failures:
        yield ""


def _seen(message: str) -> str:
    """Take the test's own words out of Otter's message, which quotes its source too."""
    last = message.split("\n", 3)[-1]
    return last.removeprefix("AssertionError: ").strip() or "It is not so."
