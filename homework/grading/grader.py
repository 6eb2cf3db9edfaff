"""The trusted process: runs Otter's tests on names that stand for the student's.

Tests, references and hidden data are in here and nowhere else. What comes from the
worker is data; a worker that hangs, ends or talks nonsense is replaced by a new one,
in which the cells run again, but for the one that was to blame.

A submission is graded in two passes. In the first the notebook runs to its end, with
public tests at its check cells: all that students see at once comes from it. Only then
does a worker meet a hidden case. So nothing that the student's code prints, raises or
leaves behind can show one, whatever it does in its own process.

For the second pass the worker leaves a sleeping copy of itself at each check. Where it
cannot, or a copy is lost, the notebook runs once more in a new worker.
"""

from __future__ import annotations

import ast
import inspect
import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType
from typing import Any

from homework.grading.clock import Clock, TimeOverError
from homework.grading.environment import Names
from homework.grading.grader_jail import shut_in
from homework.grading.orders import Job
from homework.grading.otter_tests import otter_classes
from homework.grading.sandbox.sandbox import SandboxError
from homework.grading.wire.peer import CopyLostError, Peer, forget_ambience
from homework.grading.wire.remotes import LostError

MOST_WORKERS = 24
START_S = 60.0  # of a worker: nothing in it is the student's
MOST_CHECKS = 3  # of one question at check cells; with more it is checked at the end
AT_THE_END = 0  # in the place of the number of a check
FIRST_PASS = 0.6  # of a submission's time
LONGEST_MESSAGE = 4000
MOST_FILES = 100  # that cells write, each time
MOST_WRITTEN = 256 * 2**20  # bytes of them
MOST_ERRORS = 50
MOST_LOSSES = 3  # of workers, to the tests of one question; its others do not run then
MOST_NAMES = 4000
LONGEST_NAME = 200
LEADERBOARD = "checks.leaderboard"  # tests leave numbers there

Tell = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Worker:
    """A worker's ends that a grader holds.

    Attributes:
        channel: its pipe.
        leash: ends it when closed.
        meter: returns, once the worker has spoken, what says how many seconds of the
            processor it has used.

    """

    channel: socket.socket
    leash: int
    meter: Callable[[], Callable[[], float]]


Start = Callable[[], Worker]


def read_tests(folder: Path) -> dict[str, Any]:
    """Read all test files, by question.

    Raises:
        ValueError: when one is of Otter's other format.

    """
    test_file, _ = otter_classes()
    found = [test_file.from_file(str(path)) for path in sorted(folder.glob("*.py"))]
    return {test.name: test for test in found}


def import_all(tests: dict[str, Any]) -> None:
    """Import what tests import; an error in there is for the test to show."""
    for line in sorted({line for test in tests.values() for line in _imports(test)}):
        with suppress(Exception):
            exec(line, {})  # noqa: S102  # a line of a test, which runs in here anyway


def _imports(test: Any) -> Iterator[str]:
    for node in ast.walk(ast.parse(Path(test.path).read_bytes())):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield ast.unparse(node)


def _texts(value: Any) -> list[str]:
    """Return the texts of a list; an object of the worker's could yield for ever."""
    found = value[:MOST_NAMES] if type(value) is list else []
    return [each for each in found if type(each) is str and len(each) < LONGEST_NAME]


def _complaint_before(error: BaseException) -> str:
    """Return what a test had said of a value when an error came; "" for nothing.

    A complaint about an error of the student's is none: it has a cause.
    """
    before = error.__context__
    while before and (before.__cause__ or not isinstance(before, AssertionError)):
        before = before.__context__
    return str(before or "")


class _Enough(BaseException):
    """The worker has nothing more to do."""


@dataclass
class Grading:
    """One submission while it is graded."""

    job: Job
    tests: dict[str, Any]
    start: Start
    tell: Tell
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    errors: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Set the clock."""
        self.clock = Clock(self.job.times, self._lose)
        self.starved = False
        self.board: dict[str, float] = {}  # what public tests entered
        self.hidden = False  # whether this is the pass of the hidden tests
        # By question, kind of test and number of the check: a row for each test so far.
        self.finished: dict[tuple[str, bool, int], list[dict[str, Any]]] = {}
        self.last: dict[str, int] = {}  # by question: the check that counts
        self.lost: dict[str, int] = {}
        self.suspects: set[object] = set()
        self.written = 0  # bytes
        self.refusal = ""
        self.started = False
        self.peer: Peer | None = None

    # --- workers ---

    def run(self) -> None:
        """Grade, and tell results as they come, a status at the end."""
        self._pass(FIRST_PASS if self._waits_for_hidden() else 1.0)
        if not self.refusal and self._waits_for_hidden():
            self._begin_hidden()
            self._pass(1.0)
        if not self.refusal:
            for question in self.tests:
                self._report(question)
        said = {"status": self.refusal or "graded", "errors": self.errors}
        self.tell({**said, "starved": self.starved or self.clock.starved})

    def _begin_hidden(self) -> None:
        """From now on, nothing that students see at once may change."""
        self.hidden = True
        self.clock.allow(1.0)

    def _refuse(self, why: str) -> None:
        if not self.hidden:
            self.refusal = why

    def _pass(self, share: float) -> None:
        """Run the notebook, again where a worker was lost."""
        self.clock.allow(share)
        for _ in range(MOST_WORKERS):
            if self._one_worker():
                break

    def _one_worker(self) -> bool:
        """Run the notebook in a new worker; say whether that was the last one."""
        if self.clock.is_over:
            return True
        self.cell: int | None = None
        self.reached, self.steps = -1, 0
        self.furthest = -1  # of the questions whose hidden tests this worker had
        self.counts: dict[str, int] = {}
        self.worker = self.start()
        first = {"start": self._start, "refused": self._refused}
        peer = self.peer = Peer(self.worker.channel, trusts=False, handlers=first)
        try:
            self.clock.limit(START_S, "the start of the worker")
            while True:
                peer.serve_next()
        except _Enough:
            had_some = self.hidden and self.furthest >= 0
            return not (had_some and self._waits_for_hidden())
        except LostError as error:
            if not self.started:
                self._refuse(f"not graded: no worker could be started ({error})")
            if self.cell is not None and self._is_guilty(self.cell, error):
                self.skipped.add(self.cell)
                self._note(self.cell, str(error))
            return bool(self.refusal) or self.clock.is_over
        finally:
            self.clock.stop()
            peer.close()
            os.close(self.worker.leash)

    def _is_guilty(self, what: object, error: LostError) -> bool:
        """Say whether to blame a cell or test: for some things, only the second time.

        A worker may also be ended by others, say where memory runs out, and what did
        not use its time may have waited for others. But a test that has complained
        already has no second try: only its hint is missing.
        """
        again = what in self.suspects
        self.suspects.add(what)
        ended = isinstance(error.__cause__, EOFError | OSError)
        crashed = ended or isinstance(error, CopyLostError)
        waited = isinstance(error, TimeOverError) and error.starved
        self.starved |= again and waited
        return again or not (crashed or waited) or bool(_complaint_before(error))

    def _note(self, cell: int, what: str) -> None:
        said = {"cell": cell, "error": what[:LONGEST_MESSAGE]}
        is_new = said not in self.errors  # cells run again after another's crash
        if is_new and not self.hidden and len(self.errors) < MOST_ERRORS:
            self.errors.append(said)

    def _lose(self, why: str) -> None:
        """Note that nothing can be asked of the worker any more, wherever that is."""
        if self.peer:
            self.peer.lost = why

    # --- what a worker may ask: less and less, the more of it is the student's ---

    def _start(self, peer: Peer, layers: Any) -> Any:
        self.started = True
        self.clock.measure(self.worker.meter())
        self.clock.limit(self.job.times.cell, "reading the notebook")
        self.tell({"layers": _texts(layers)[:20]})
        peer.handlers = {"notebook": self._notebook, "unreadable": self._unreadable}
        data = Path(f"{self.job.assignment}.ipynb").read_bytes()
        return data, self.job.seed, self.job.seed_variable

    def _refused(self, _: Peer, why: Any) -> None:
        self._refuse(f"not graded: {str(why)[:500]}")
        raise _Enough

    def _unreadable(self, _: Peer, why: Any) -> None:
        self._refuse(f"unreadable: {str(why)[:500]}")
        raise _Enough

    def _notebook(self, peer: Peer, assignment: Any, steps: Any) -> bool:
        self.steps = steps
        wanted = self.job.assignment
        if wanted and assignment and assignment != wanted:
            self._refuse(
                f"wrong assignment: the notebook is of {str(assignment)[:100]!r}, "
                f"this grades {wanted!r}"
            )
            raise _Enough
        peer.handlers = {
            "cell": self._cell,
            "check": self._check,
            "error": self._error,
            "done": self._done,
        }
        return True

    def _cell(self, _: Peer, number: Any) -> bool:
        if type(number) is not int or not self.reached < number < self.steps:
            raise LostError("it sent nonsense")  # each new cell is new time
        self.reached = number
        if number in self.skipped:
            return False
        self.cell = number
        self.clock.limit(self.job.times.cell, "the cell")
        return True

    def _error(self, _: Peer, cell: Any, name: Any, text: Any) -> None:
        if type(cell) is not int:
            raise LostError("it sent nonsense")
        self._note(cell, f"{str(name)[:100]}: {text}")

    def _check(self, peer: Peer, question: Any) -> bool:
        if type(question) is not str or question not in self.tests:
            return False
        self.counts[question] = self.counts.get(question, 0) + 1
        if self.counts[question] <= MOST_CHECKS:
            self._question(peer, question, self.counts[question])
        elif not self.hidden:
            self.last[question] = AT_THE_END
        return True

    def _done(self, peer: Peer) -> None:
        self.cell = None
        for question in self.tests:
            if self.hidden or not self.last.get(question):
                self._question(peer, question, AT_THE_END)
        if not self.hidden:
            self._wake(peer)
        raise _Enough

    def _keep(self, peer: Peer, question: str) -> None:
        """Have the worker leave a copy of itself, as it is at this check."""
        limit = self.job.times.test
        with self.clock.within(limit, "a copy"), suppress(Exception):  # it runs again
            peer.request("keep", question)

    def _wake(self, peer: Peer) -> None:
        """Run hidden tests in the copies that the worker has left."""
        self._begin_hidden()
        for question in self.tests:
            if self._cases(question, hidden=True):
                check = self.last[question]
                peer.handlers = {
                    "hidden": lambda peer, _, q=question, n=check: self._question(
                        peer, q, n, alone=True
                    )
                }
                forget_ambience()
                limit = self.job.times.submission
                with self.clock.within(limit, "it"), suppress(Exception):
                    peer.request("wake", question)
        forget_ambience()

    # --- tests ---

    def _cases(self, question: str, *, hidden: bool) -> list[Any]:
        cases = self.tests[question].test_cases
        return [case for case in cases if bool(case.hidden) is hidden]

    def _waits_for_hidden(self) -> bool:
        """Say whether a hidden test has not run yet."""
        return any(
            len(self._rows(question, hidden=True))
            < len(self._cases(question, hidden=True))
            for question in self.tests
        )

    def _rows(self, question: str, *, hidden: bool) -> list[dict[str, Any]]:
        """Return the rows that count: of the last check."""
        last = self.last.get(question, AT_THE_END)
        return self.finished.setdefault((question, hidden, last), [])

    def _question(
        self, peer: Peer, question: str, check: int, *, alone: bool = False
    ) -> None:
        """Run the tests of a question that this pass has not run at this check yet.

        Hidden tests run once, at the check that counts: each run of them tells a
        student's code something. A worker that came to fewer checks than in the first
        pass has them at its end. Those of a later question may lend the truth of an
        earlier one; so where they do not run in a copy, alone, a worker that had them
        has none of an earlier question: the next one has.
        """
        if not self.hidden:
            self.last[question] = check
        elif check not in (self.last.get(question), AT_THE_END):
            return
        rows, test = self._rows(question, hidden=self.hidden), self.tests[question]
        cases = self._cases(question, hidden=self.hidden)[len(rows) :]
        if cases and self.hidden and not alone:
            place = list(self.tests).index(question)
            if place < self.furthest:
                return
            self.furthest = place
        if cases:
            self._take_files(peer)
        for case in cases:
            if self.lost.get(question, 0) >= MOST_LOSSES:
                why = "the test was not run: others of this question had to be stopped"
                rows.append(self._failed(case, why))
                continue
            rows.append(self._failed(case, "the test did not end"))
            rows[-1] = self._case(peer, test, case, rows)
        if not self.hidden and self._cases(question, hidden=True):
            self._keep(peer, question)
        self._report(question)

    def _take_files(self, peer: Peer) -> None:
        """Let tests find the files that cells wrote, and miss those that they removed.

        What is ours stays.

        Raises:
            LostError: when they are no files, or too many or too large.

        """
        with self.clock.within(self.job.times.test, "looking for its files"):
            try:
                files = peer.request("files")
            except Exception:  # it cannot read its own files; so no test can
                return
        if type(files) is not dict or len(files) > MOST_FILES:
            raise LostError("it sent nonsense")
        for name, data in files.items():
            if type(name) is not str or type(data) not in (bytes, NoneType):
                raise LostError("it sent nonsense")
            if "/" in name or not name.isprintable() or len(name) > LONGEST_NAME:
                continue
            path = Path(self.job.desk, name)
            if path.is_symlink() or path.suffix == ".ipynb" or path.is_dir():
                continue  # it is ours
            if data is None:
                path.unlink(missing_ok=True)
                continue
            self.written += len(data)
            if self.written > MOST_WRITTEN:
                raise LostError("its files are too large")
            path.write_bytes(data)

    def _case(self, peer: Peer, test: Any, case: Any, rows: list[Any]) -> Any:
        cell, self.cell = self.cell, None
        handlers, peer.handlers = peer.handlers, {"check": lambda *_: True}
        began = time.perf_counter()
        try:
            with self.clock.within(self.job.times.test, "it"):
                peer.forget()
                row = self._run(test, case, self._names(peer, case))
        except LostError as error:
            if not self._is_guilty((test.name, case.name), error):
                rows.pop()  # it runs again, in the next worker
                raise
            self.lost[test.name] = self.lost.get(test.name, 0) + 1
            said, found = f"the test was stopped: {error}", _complaint_before(error)
            rows[-1] = self._failed(case, f"AssertionError: {found}" if found else said)
            rows[-1]["seconds"] = round(time.perf_counter() - began, 3)
            raise
        self.cell, peer.handlers = cell, handlers
        row["seconds"] = round(time.perf_counter() - began, 3)
        return row

    def _names(self, peer: Peer, case: Any) -> Names:
        """Begin a test, with the values of its parameters."""
        wanted = list(inspect.signature(case.body.test_func).parameters)
        try:
            fresh = peer.request("begin", wanted)
        except LostError:
            raise
        except Exception:  # one of them cannot be sent: the test will say which
            fresh = {}
        return Names(peer, fresh if type(fresh) is dict else {})

    def _run(self, test: Any, case: Any, names: Names) -> dict[str, Any]:
        test_file, _ = otter_classes()
        alone = test_file(test.name, test.path, [case], all_or_nothing=False)
        alone.source = test.source
        try:
            alone.run(names)
        except (SystemExit, KeyboardInterrupt) as error:
            return self._failed(case, f"{type(error).__name__}: {error}")
        (result,) = alone.test_case_results
        if result.passed:
            return {**self._failed(case, ""), "passed": True}
        # Otter's text: a heading, the place, the test's line, then the error.
        return self._failed(case, result.message.split("\n", 3)[-1])

    def _failed(self, case: Any, message: str) -> dict[str, Any]:
        return {
            "name": case.body.test_func.__name__,
            "label": case.name,
            "points": case.points,
            "hidden": case.hidden,
            "passed": False,
            "sentence": case.failure_message or "",
            "message": message[:LONGEST_MESSAGE],
            "seconds": 0.0,
        }

    def _report(self, question: str) -> None:
        """Score a question as Otter does, with the tests that ran, and tell it."""
        test_file, result = otter_classes()
        test = self.tests[question]
        scored = test_file(
            test.name, test.path, test.test_cases, all_or_nothing=test.all_or_nothing
        )
        ran = {kind: iter(self._rows(question, hidden=kind)) for kind in (False, True)}
        why = "the test was not run: the submission was stopped before"
        rows = [
            next(ran[bool(case.hidden)], self._failed(case, why))
            for case in test.test_cases
        ]
        scored.test_case_results = [
            result(test_case=case, message=row["message"], passed=row["passed"])
            for case, row in zip(test.test_cases, rows, strict=True)
        ]
        self.results[question] = {
            "name": question,
            "score": scored.score,
            "possible": scored.possible,
            "tests": rows,
        }
        self.tell({"question": self.results[question], **self._numbers()})

    def _numbers(self) -> dict[str, dict[str, float]]:
        """Return what tests entered: shown at once, and what hidden ones add."""
        entered = getattr(sys.modules.get(LEADERBOARD), "entries", {})
        if not self.hidden:
            self.board = dict(entered)
        later = {k: v for k, v in entered.items() if self.board.get(k) != v}
        return {"leaderboard": self.board, "numbers": later}


def main(
    job: Job,
    release: Path,
    tests: dict[str, Any],
    start: Start,
    keep: tuple[int, ...],
    events: int,
) -> None:
    """Grade one submission; write events, a JSON text a line.

    Args:
        job: the submission.
        release: folder with ``tests`` and ``files``.
        tests: Otter's test files, by question.
        start: starts a worker.
        keep: descriptors that starting needs.
        events: descriptor of a pipe.

    """

    def tell(event: dict[str, Any]) -> None:
        data = json.dumps(event).encode() + b"\n"
        while data:
            data = data[os.write(events, data) :]

    try:
        shut_in(job, release, (*keep, events))
    except SandboxError as error:
        tell({"status": f"not graded: {error}"})
        return
    if job.only is not None:
        tests = {name: tests[name] for name in job.only}
    Grading(job, tests, start, tell).run()
