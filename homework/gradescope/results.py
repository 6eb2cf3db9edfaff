"""Grade on Gradescope: find what was handed in, and say how it went in results.json.

The file is complete after every question, so what ends the grader costs no point that
was earned. It is written before anything else, so no older one can be taken for it.
"""

from __future__ import annotations

import contextlib
import math
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from homework.base.files import write_text, write_zip
from homework.base.texts import to_json
from homework.grading.choice import choose
from homework.grading.engine import Engine, Graded
from homework.grading.handed_in import SubmissionError
from homework.grading.package import assignment_of
from homework.grading.stored import Stored
from homework.grading.stored import graded as graded_before

MEGABYTE = 1_000_000
# Of a container's memory, what a submission may take on top of what is loaded.
SHARE_OF_MEMORY = 0.6
# Gradescope ends a grading after ten minutes, and then shows nothing of it.
LONGEST_S = 480.0
LONGEST_OUTPUT = 20_000
MOST_ERRORS = 10
GROUPS = Path("/sys/fs/cgroup")
UNLIMITED = 1 << 50  # bytes; control groups of the first version name such a number


# --- results.json -------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """The public or the hidden tests of one question."""

    number: str
    name: str
    rows: list[dict[str, Any]]
    score: float | None  # None: the other part of the question carries it
    possible: float

    @property
    def is_hidden(self) -> bool:
        """Whether students see it only when grades are published."""
        return bool(self.rows[0]["hidden"])

    def entry(self) -> dict[str, Any]:
        """Return Gradescope's entry."""
        tests = "hidden tests" if self.is_hidden else "public tests"
        passed = all(row["passed"] for row in self.rows)
        made: dict[str, Any] = {
            "number": self.number,
            "name": f"{self.name} ({tests})",
            "status": "passed" if passed else "failed",
            "output": "\n\n".join(map(sentence, self.rows))[:LONGEST_OUTPUT],
            "visibility": "after_published" if self.is_hidden else "visible",
            "tags": [self.name, tests],
            "extra_data": {
                row["name"]: {
                    "passed": row["passed"],
                    "points": row["points"],
                    "seconds": row["seconds"],
                }
                for row in self.rows
            },
        }
        if self.score is not None:
            made |= {"score": self.score, "max_score": self.possible}
        return made


def sentence(row: dict[str, Any]) -> str:
    """Say how a test went: its message, and what the student's code did to fail it."""
    if row["passed"]:
        return f"Passed: {row['sentence'] or row['name']}"
    said = f"Failed: {row['sentence'] or row['name']}"
    return f"{said}\n{row['message'].strip()}" if row["message"].strip() else said


def parts(question: dict[str, Any], number: str, name: str) -> Iterator[Part]:
    """Split a question's tests by who may see them, and its points with them."""
    groups = [
        [row for row in question["tests"] if row["hidden"] is hidden]
        for hidden in (False, True)
    ]
    groups = [rows for rows in groups if rows]
    earned = [sum(row["points"] for row in rows if row["passed"]) for rows in groups]
    worth = [sum(row["points"] for row in rows) for rows in groups]
    adds_up = math.isclose(sum(earned), question["score"], abs_tol=1e-9)
    for place, rows in enumerate(groups):
        shown = f"{number}.{place + 1}" if len(groups) > 1 else number
        if adds_up:
            yield Part(shown, name, rows, earned[place], worth[place])
        elif rows is groups[-1]:  # its points depend on all tests together
            yield Part(shown, name, rows, question["score"], question["possible"])
        else:
            yield Part(shown, name, rows, None, 0)


def results(graded: dict[str, Graded], receipt: dict[str, Any]) -> dict[str, Any]:
    """Write what Gradescope reads.

    Args:
        graded: by assignment; names of questions carry the assignment's if there are
            several.
        receipt: what the grading was done with; goes into ``extra_data``.

    """
    several = len(graded) > 1
    entries: list[dict[str, Any]] = []
    about: list[str] = []
    board: list[dict[str, Any]] = []
    for place, (assignment, each) in enumerate(graded.items(), 1):
        found: list[Part] = []
        for count, question in enumerate(each.questions.values(), 1):
            number = f"{place}.{count}" if several else f"{count}"
            name = question["name"]
            found += parts(question, number, f"{assignment}: {name}" * several or name)
        entries += [part.entry() for part in found]
        next_one = len(each.questions) + 1
        entries += _numbers(each, f"{place}.{next_one}" if several else f"{next_one}")
        board += [{"name": k, "value": v} for k, v in each.leaderboard.items()]
        heading = f"{assignment}: " if several else ""
        lines = [_state(each), *_total(found)]
        lines += [_cell_error(error) for error in each.errors[:MOST_ERRORS]]
        said = (*each.receipt.split("\n"), *each.remarks, *lines)
        about += [heading + line for line in said if line]
        if each.status and not each.is_graded and not found:
            entries.append(_not_graded(assignment, each, f"{place}"))
    return {
        "output": "\n".join(about)[:LONGEST_OUTPUT],
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": entries,
        "extra_data": receipt,
        **({"leaderboard": board} if board else {}),
        **({} if any("score" in entry for entry in entries) else {"score": 0}),
    }


def _numbers(graded: Graded, number: str) -> list[dict[str, Any]]:
    """Return an entry for numbers that hidden tests found; no leaderboard can wait."""
    if not graded.numbers:
        return []
    said = "\n".join(f"{name}: {value:g}" for name, value in graded.numbers.items())
    name = "What the hidden tests measured"
    shown = {"number": number, "status": "passed", "visibility": "after_published"}
    return [{"name": name, "output": said, **shown}]


def _state(graded: Graded) -> str:
    if graded.is_graded:
        return ""
    if graded.status:
        return f"This could not be graded, or not to the end: {graded.status}."
    return "Grading is under way. If this stays, it was ended from outside."


def _total(found: Sequence[Part]) -> Iterator[str]:
    """Say which points students see before grades are published, and which not."""
    scored = [part for part in found if part.score is not None]
    public = [part for part in scored if not part.is_hidden]
    hidden = sum(part.possible for part in scored if part.is_hidden)
    tests = sum(len(part.rows) for part in found if part.is_hidden)
    if public:
        earned, worth = (
            sum(part.score or 0 for part in public),
            sum(part.possible for part in public),
        )
        yield f"Public tests: {earned:g} of {worth:g} points."
    if hidden:
        yield (
            f"Hidden tests: {hidden:g} more points, by {tests} tests. You see them, "
            "and the total, when grades are published."
        )


def _cell_error(error: dict[str, Any]) -> str:
    return f"Code cell {error['cell'] + 1} ended with {error['error']}"


def _not_graded(assignment: str, graded: Graded, number: str) -> dict[str, Any]:
    return {
        "number": number,
        "name": f"{assignment}: not graded",
        "score": 0,
        "status": "failed",
        "visibility": "visible",
        "output": f"{graded.status}.",
    }


def write(path: Path, content: dict[str, Any]) -> None:
    """Write results.json so that it is whole at every moment."""
    write_text(path, to_json(content))


# --- grading ------------------------------------------------------------------


def main(root: Path) -> None:
    """Grade ``root/submission`` by ``root/source``, into ``root/results``.

    Whatever goes wrong, results.json says so; the traceback is for staff.
    """
    target = root / "results" / "results.json"
    nothing = {"score": 0, "stdout_visibility": "hidden", "tests": []}
    write(target, {**nothing, "output": "Grading was begun and did not end."})
    for folder in ("source", "submission", "results"):
        with contextlib.suppress(OSError):  # mounted read-only
            (root / folder).chmod(0o700)
    try:
        about = root / "submission_metadata.json"
        stored = Stored(root / "source", about)
        grade(root / "source", root / "submission", target, stored)
    except Exception:
        traceback.print_exc()
        said = "The grader failed. This is not your fault: please tell your instructor."
        write(target, {**nothing, "output": said})


def grade(
    source: Path, submission: Path, target: Path, stored: Stored | None = None
) -> dict[str, Any]:
    """Grade a submission by every assignment in ``source``; return what was written.

    A result that is stored is taken as it is, and no engine starts.
    """
    graded: dict[str, Graded] = {}
    receipt: dict[str, Any] = {}
    written: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        archives = releases(source, Path(folder))
        for archive in archives:
            name, record = "", None
            if stored and stored.is_there:
                name = assignment_of(archive)
                record = stored.find(name, submission)
            if record:
                graded[name] = graded_before(record)
                receipt[name] = _receipt(record) | {"replayed": True}
                written = results(graded, receipt)
                write(target, written)
                continue
            with open_engine(archive, beside=len(archives)) as one:
                name = one.package.assignment

                def tell(so_far: Graded, name: str = name) -> None:
                    graded[name] = so_far
                    write(target, results(graded, receipt))

                tell(Graded(submission.name))
                tell(_graded(one, submission, tell, alone=len(archives) == 1))
                record = graded[name].record(one.package, one.level)
                limits = {"limits": asdict(one.limits), "times": asdict(one.times)}
                receipt[name] = _receipt(record) | limits
                written = results(graded, receipt)
                write(target, written)
    return written


def _receipt(record: dict[str, Any]) -> dict[str, Any]:
    left_out = ("questions", "errors", "score", "possible")
    return {key: value for key, value in record.items() if key not in left_out}


def _graded(
    engine: Engine, submission: Path, tell: Callable[[Graded], None], *, alone: bool
) -> Graded:
    """Grade what was uploaded, or say in words why not."""
    package = engine.package
    name = package.assignment
    try:
        found = choose(
            submission, name, package.untouched, alone=alone, level=engine.level
        )
    except SubmissionError as error:
        return Graded(submission.name, str(error))
    if found is None:
        return Graded("", f"no notebook of {name} was found in what was uploaded")
    graded = engine.grade(found, tell)
    graded.submission = submission.name
    return graded


def open_engine(archive: Path, *, beside: int = 1) -> Engine:
    """Start an engine that fits into the container's memory and time.

    Args:
        archive: of one assignment.
        beside: how many assignments share the time.

    """
    made = Engine(archive)
    seconds = LONGEST_S / beside
    made.times = replace(
        made.times, submission=min(made.times.submission, seconds), clock=seconds
    )
    bound = _container_bytes()
    if bound:
        share = int(bound * SHARE_OF_MEMORY / MEGABYTE)
        memory_mb = min(made.limits.memory_mb, share)
        made.limits = replace(made.limits, memory_mb=memory_mb)
    return made


def _container_bytes() -> int | None:
    """Read how much memory this container may use; None when that is all there is."""
    for path in _limit_files():
        with contextlib.suppress(OSError, ValueError):  # not there, or "max"
            bound = int(path.read_text(encoding="utf-8"))
            if bound < UNLIMITED:
                return bound
    return None


def _limit_files() -> Iterator[Path]:
    """Yield where this process's limit may stand: in its own group, or the root."""
    for line in Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines():
        _, kind, own = line.split(":", 2)
        if kind in ("", "memory"):
            limit = f"{kind}.limit_in_bytes" if kind else "memory.max"
            yield GROUPS / kind / own.lstrip("/") / limit
            yield GROUPS / kind / limit


def releases(source: Path, folder: Path) -> list[Path]:
    """List the zips of the assignments that an unpacked zip grades.

    A homework of several has them; the tests of a single one are packed again.
    """
    several = sorted((source / "notebooks").glob("*.zip"))
    if several:
        return several
    entries = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for part in ("otter_config.json", "grading.json", "tests", "files")
        for path in (source / part, *(source / part).rglob("*"))
        if path.is_file()
    }
    made = folder / "release.zip"
    write_zip(made, entries)
    return [made]
