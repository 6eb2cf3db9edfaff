from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

from checks import answers, home
from checks.colab import notebook_on_screen, on_colab
from checks.columns import in_columns
from checks.handing_in import HandIn, old
from checks.history import History, names_imported_by, names_set_by
from checks.saving import Screen
from checks.stopping import stoppable

HIDDEN_TESTS = "hidden.json"
BETWEEN_WORDS = """.jp-OutputArea-output pre {
  word-break: normal !important; overflow-wrap: anywhere !important; }"""
MISSING = re.compile(r"name '(\w+)' is not defined")

_running: list[Grader] = []


def open_grader(name, otter):
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
        shell.events.unregister("post_run_cell", earlier.after_cell)
        made.history.runs += earlier.history.runs
    _running[:] = [made]
    _break_between_words()
    return made


def _break_between_words():
    from IPython.display import display

    style = {"text/html": f"<style>{BETWEEN_WORDS}</style>"}
    display(style, raw=True)


def running_notebook():
    return _running[0].saved() if _running else None


def unsaved(path):
    if not _running or on_colab():
        return []
    return list(old(path, _running[0].history, time.time()))


def _shell():
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None


def find_notebook(name, folder, names):
    told = [names.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")]
    for path in (Path(str(each)) for each in told if each):
        for place in (path, folder / path.name):
            if place.suffix == ".ipynb" and _is_of(place, name):
                return place
    beside = notebooks_in(folder, name)
    plain = folder / f"{name}.ipynb"
    return beside[0] if len(beside) == 1 else plain if plain in beside else None


def notebooks_in(folder, name):
    return [path for path in sorted(folder.glob("*.ipynb")) if _is_of(path, name)]


def _is_of(path, name):
    metadata = _read(path).get("metadata", {})
    return bool(metadata.get("otter", {}).get("assignment_name") == name)


def _read(path):
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _code(path):
    cells = _read(path).get("cells", ())
    return ["".join(each["source"]) for each in cells if each["cell_type"] == "code"]


class Grader:

    def __init__(self, name, folder, otter, shell):
        self.name, self.folder, self.shell = name, folder, shell
        self.history, self.screen = History(), Screen()
        self.renamed: Path | None = None
        shell.events.register("post_run_cell", self.after_cell)
        path = self.notebook
        if path is None and not on_colab():
            print(
                f"The file of this notebook was not found in {folder}. Checks work. "
                f"To hand in, save the notebook there as {name}.ipynb."
            )
        self.otter = otter.Notebook(str(path) if path else None, str(folder / "tests"))

    def after_cell(self, result):
        self.history.note(result)
        names = self.shell.user_ns
        if "grader" in self.history.runs[-1].names and names.get("grader") is not self:
            names["grader"] = self
            print("grader is the name of the checks, so it means them again.")
            print("Use another name for yours: the check cells need this one.")

    @property
    def notebook(self):
        if self.renamed and self.renamed.is_file():
            return self.renamed
        return find_notebook(self.name, self.folder, self.shell.user_ns)

    def save(self):
        if not self.screen.listens:
            return self.notebook
        told = self.notebook
        among = {*notebooks_in(self.folder, self.name), *([told] if told else [])}
        written = self.screen.save(told, among)
        if written and told not in written:
            likely = max(written, key=self._held)
            if told is None or self._held(likely) >= self._held(told):
                self.renamed = likely
        return self.notebook

    def _held(self, path):
        sources = set(_code(path))
        return sum(run.source in sources for run in self.history.runs)

    def saved(self):
        if not on_colab():
            self.screen.listen()
            return self.save()
        shown = notebook_on_screen()
        if shown is None:
            return None
        path = self.folder / f"{self.name}.ipynb"
        path.write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
        return path


    def check(self, question, global_env = None):
        env = self.shell.user_ns if global_env is None else global_env
        if not (self.folder / "tests" / f"{question}.py").is_file():
            print(
                f"There are no tests for {question} in {self.folder / 'tests'}. "
                "Keep the whole folder of this homework together."
            )
            return
        try:
            with stoppable():
                found = self.otter.check(question, global_env=env)
                words = [*report(question, found), *self.doubts(tested(found))]
        except KeyboardInterrupt as stop:
            where = answers.students_line(stop.__traceback__)
            print(in_columns(f"{question}: stopped by you{where}. Nothing was judged."))
            return
        words += [*self._not_run("\n".join(words)), self._to_come(question)]
        print(in_columns("\n".join(words)))

    def check_all(self):
        for path in sorted((self.folder / "tests").glob("q*.py")):
            self.check(path.stem)

    def doubts(self, names):
        last = {name: self.history.last(name) for name in sorted(names)}
        runs = {name: run for name, run in last.items() if run}
        path = self.save() if runs else None
        sources = _code(path) if path else []
        failed = {name: run for name, run in runs.items() if run.error}
        if failed:
            error = next(iter(failed.values())).error
            yield (
                f"The cell that sets {', '.join(failed)} failed when it ran last "
                f"({error}). What was checked is from before."
            )
        changed = [
            name
            for name, run in runs.items()
            if path and path.stat().st_mtime > run.at and run.source not in sources
            if name not in failed and any(name in names_set_by(s) for s in sources)
        ]
        if changed:
            yield (
                f"The cell that sets {', '.join(changed)} was changed after it ran "
                "last: run it, then check again."
            )

    def _not_run(self, said):
        missing = [n for n in MISSING.findall(said) if not self.history.last(n)]
        path = self.notebook
        if not missing or path is None:
            return
        ran = {run.source for run in self.history.runs}
        waiting = [source for source in _code(path) if source not in ran]
        for name in sorted(set(missing)):
            if any(name in names_set_by(s) | names_imported_by(s) for s in waiting):
                yield (
                    f"The cell that brings {name} has not run since the kernel "
                    "started: run the cells above, then check again."
                )

    def _to_come(self, question):
        counts = self._hidden()
        if not counts:
            return ""
        count = counts.get(question, 0)
        if not count:
            return "These are all the tests of this question."
        tests = "1 hidden test runs" if count == 1 else f"{count} hidden tests run"
        return f"And {tests} after you hand in."

    def _hidden(self):
        try:
            text = (self.folder / "tests" / HIDDEN_TESTS).read_text(encoding="utf-8")
            return {name: int(count) for name, count in json.loads(text).items()}
        except (OSError, ValueError, AttributeError):
            return {}


    def export(self, *, files = None, **_):
        try:
            found, points = self._points()
            HandIn(self.name, self.folder, self.history, found).run(
                self.saved(), files or [], points
            )
        except KeyboardInterrupt:
            print("Stopped by you before the zip was written. Run this cell again.")

    def _points(self):
        from IPython.utils.capture import capture_output

        earned, possible = 0.0, 0.0
        names: set[str] = set()
        to_come = f"{sum(self._hidden().values())} hidden tests run after you hand in."
        for path in sorted((self.folder / "tests").glob("q*.py")):
            try:
                with capture_output(), stoppable():
                    found = self.otter.check(path.stem, global_env=self.shell.user_ns)
            except KeyboardInterrupt as stop:
                where = answers.students_line(stop.__traceback__)
                why = f"Public tests say no points: {path.stem} was stopped by you"
                return names, in_columns(f"{why}{where}. {to_come}")
            names |= tested(found)
            earned += sum(
                each.test_case.points for each in found.test_case_results if each.passed
            )
            possible += found.possible
        gave = f"Public tests gave {earned:g} of {possible:g} points here"
        return names, f"{gave}; {to_come}"


def tested(found):
    bodies = (result.test_case.body for result in found.test_case_results)
    return {name for body in bodies for name in body._get_func_params()}


def report(question, found):
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


def _seen(message):
    last = message.split("\n", 3)[-1]
    return last.removeprefix("AssertionError: ").strip() or "It is not so."
