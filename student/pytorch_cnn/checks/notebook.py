from __future__ import annotations

import contextlib
import io
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checks import answers, home
from checks.colab import notebook_on_screen, on_colab
from checks.columns import in_columns
from checks.handing_in import HandIn, old
from checks.history import History, names_set_by
from checks.saving import Screen

HIDDEN_TESTS = "hidden.json"

_running: list[Grader] = []


def open_grader(name: str, otter: Any) -> Any:
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
    made = Grader(name, folder, otter, shell)
    for earlier in _running:
        shell.events.unregister("post_run_cell", earlier.history.note)
        made.history.runs += earlier.history.runs
    _running[:] = [made]
    return made


def running_notebook() -> Path | None:
    return _running[0].saved() if _running else None


def unsaved(path: Path) -> list[str]:
    if not _running or on_colab():
        return []
    return list(old(path, _running[0].history, time.time()))


def _shell() -> Any:
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None


def find_notebook(name: str, folder: Path, names: dict[str, Any]) -> Path | None:
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
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _code(path: Path) -> list[str]:
    cells = _read(path).get("cells", ())
    return ["".join(each["source"]) for each in cells if each["cell_type"] == "code"]


class Grader:

    def __init__(self, name: str, folder: Path, otter: Any, shell: Any) -> None:
        self.name, self.folder, self.shell = name, folder, shell
        self.history, self.screen = History(), Screen()
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
        return find_notebook(self.name, self.folder, self.shell.user_ns)

    def saved(self) -> Path | None:
        if not on_colab():
            path = self.notebook
            if path:
                self.screen.save(path)
            return path
        shown = notebook_on_screen()
        if shown is None:
            return None
        path = self.folder / f"{self.name}.ipynb"
        path.write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
        return path


    def check(self, question: str, global_env: dict[str, Any] | None = None) -> None:
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
            print(in_columns(f"{question}: stopped by you{where}. Nothing was judged."))
            return
        names = {
            parameter
            for result in found.test_case_results
            for parameter in result.test_case.body._get_func_params()
        }
        said = [*report(question, found), *self.doubts(names), self._to_come(question)]
        print(in_columns("\n".join(said)))

    def check_all(self) -> None:
        for path in sorted((self.folder / "tests").glob("q*.py")):
            self.check(path.stem)

    def doubts(self, names: set[str]) -> Iterator[str]:
        run, path = self.history.last(names), self.notebook
        if run is None:
            return
        if path:
            self.screen.save(path)
        which = ", ".join(sorted(names & names_set_by(run.source)))
        if run.error:
            yield (
                f"The cell that sets {which} failed when it ran last ({run.error}). "
                "What was checked is from before."
            )
        elif path and path.stat().st_mtime > run.at:
            sources = _code(path)
            mine = [code for code in sources if names & names_set_by(code)]
            if mine and run.source not in sources:
                yield (
                    f"The cell that sets {which} was changed after it ran last: "
                    "run it, then check again."
                )

    def _to_come(self, question: str) -> str:
        counts = self._hidden()
        if not counts:
            return ""
        count = counts.get(question, 0)
        if not count:
            return "These are all the tests of this question."
        tests = "1 hidden test runs" if count == 1 else f"{count} hidden tests run"
        return f"And {tests} after you hand in."

    def _hidden(self) -> dict[str, int]:
        try:
            text = (self.folder / "tests" / HIDDEN_TESTS).read_text(encoding="utf-8")
            return {name: int(count) for name, count in json.loads(text).items()}
        except (OSError, ValueError, AttributeError):
            return {}


    def export(self, *, files: list[str] | None = None, **_: Any) -> None:
        points = self._points()
        HandIn(self.name, self.folder, self.history).run(
            self.saved(), files or [], points
        )

    def _points(self) -> str:
        earned, possible = 0.0, 0.0
        for path in sorted((self.folder / "tests").glob("q*.py")):
            with contextlib.redirect_stdout(io.StringIO()):
                found = self.otter.check(path.stem, global_env=self.shell.user_ns)
            earned += sum(
                each.test_case.points for each in found.test_case_results if each.passed
            )
            possible += found.possible
        hidden = sum(self._hidden().values())
        return (
            f"Public tests gave {earned:g} of {possible:g} points here; "
            f"{hidden} hidden tests run after you hand in."
        )


def report(question: str, found: Any) -> Iterator[str]:
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
    last = message.split("\n", 3)[-1]
    return last.removeprefix("AssertionError: ").strip() or "It is not so."
