"""A class that never was: submissions from known answers, with the truth about each.

Right students give solutions and accepted answers, others rejected ones or nothing;
some files are broken, late, hostile or missing, some students are in groups. The truth
comes from putting each answer to its tests alone, so a class that is graded can be held
against it.
"""

from __future__ import annotations

import csv
import io
import os
import random
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat

from homework.base.errors import HomeworkError
from homework.base.files import write_bytes, write_text, write_zip
from homework.base.jobs import START, Stopped, Tell, run_jobs
from homework.questions.answers import answers, solution_source, verdicts
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Question, Repository
from homework.release.release import released
from homework.release.samples import submission

SHAPES = ("gradescope", "canvas", "moodle", "flat")
MOST_ANSWERS = 2  # of each verdict and question: each has to be tried once
LIMIT_S = 300.0  # for trying one answer
SEEDS = (1, 2)  # an answer whose points depend on the seed is not used
ENDS = "import os\nos._exit(0)  # ends the process that grades"
DUE = datetime(2026, 10, 2, 23, 59, tzinfo=UTC)
GIVEN = "Ada Bo Cy Di Ed Flo Gil Hana Ida Jo Kai Lea Mo Nia Ole Pia Quin Rui Sun Tam"
FAMILY = "Abara Berg Chen Diaz Endo Fofana Gupta Haas Ito Jones Kaya Lopez Müller"
NOT_GRADED = {
    "broken": b'{"cells": [',
    "empty": b"",
    "page": b"<!DOCTYPE html><html>Sign in</html>",
}


@dataclass(frozen=True)
class Known:
    """An answer and what it gets when everything else is right."""

    name: str
    source: str
    points: float


@dataclass
class Student:
    """One of the class.

    Attributes:
        name, sid, email: theirs.
        number: of their account on a platform.
        kind: "graded", "missing", or why there is no score.
        points: by question.
        data: the file that is handed in.
        file: its name.
        late: hours after the deadline; negative is early.
        mates: others of the group.
        entry: the submission's name in scores.csv.

    """

    name: str
    sid: str
    email: str
    number: int
    kind: str = "graded"
    points: dict[str, float] = field(default_factory=dict)
    data: bytes = b""
    file: str = ""
    late: float = -5.0
    mates: list[Student] = field(default_factory=list)
    entry: str = ""


def simulate(
    repository: Repository,
    assignment: Assignment,
    out: Path,
    *,
    count: int,
    seed: int,
    shape: str,
) -> list[Student]:
    """Write a class and the truth about it.

    Args:
        repository: where the released notebook is.
        assignment: what they hand in.
        out: a folder; gets `class.zip` (or a folder `class`), `roster.csv`,
            `truth.csv` and `gradebook.csv`, an export to fill in.
        count: students.
        seed: the same gives the same class.
        shape: one of `SHAPES`.

    Raises:
        HomeworkError: when ``out`` is in use, or the assignment is not released.

    """
    if out.exists() and any(out.iterdir()):
        raise HomeworkError(out, "is not empty.", "Name a new folder with -o.")
    notebook = released(repository, assignment).notebook
    known = known_answers(assignment)
    rng = random.Random(seed)
    students = [_student(rng, number) for number in range(count)]
    for student in students:
        _hand_in(student, rng, notebook, known)
    if shape == "gradescope":
        _make_groups(students, rng)
    _write_class(out, students, shape)
    write_text(out / "roster.csv", _roster(students))
    write_text(out / "truth.csv", _truth(students, list(known)))
    write_text(out / "gradebook.csv", _gradebook(students, assignment.name, shape))
    return students


# --- what is known ------------------------------------------------------------


def known_answers(assignment: Assignment) -> dict[str, list[Known]]:
    """Try a few answers of each question, and list them with their points.

    Returns:
        By question; the first is the solution.

    """
    jobs = [
        (assignment, question, name, source)
        for question in assignment.questions
        if question.tests.exists()
        for name, source in _candidates(question)
    ]
    if START == "fork":
        import torch  # noqa: F401  # once, and not in every job

    found: dict[str, list[Known]] = {}
    for job, tried in zip(jobs, run_jobs(_try, jobs, limit=LIMIT_S), strict=True):
        question, name, source = job[1:]
        if not isinstance(tried, Stopped) and len(set(tried)) == 1:
            made = Known(name, source, tried[0])
            found.setdefault(question.name, []).append(made)
    return found


def _candidates(question: Question) -> Iterator[tuple[str, str]]:
    yield "solution", solution_source(question)
    for verdict in ("accepted", "rejected"):
        for answer in answers(question, verdict)[:MOST_ANSWERS]:
            yield answer.name, answer.source


def _try(job: tuple[Assignment, Question, str, str], _: Tell) -> list[float]:
    assignment, question, _name, source = job
    worth = {case.name: case.points for case in read_cases(question.tests)}
    found = []
    for seed in SEEDS:
        os.environ["HOMEWORK_SEED"] = str(seed)  # of this job's own process
        said = verdicts(assignment, question, source)
        passed = (name for name, message in said.items() if message is None)
        found.append(float(sum(worth[name] for name in passed)))
    return found


# --- students -----------------------------------------------------------------


def _student(rng: random.Random, number: int) -> Student:
    given, family = rng.choice(GIVEN.split()), rng.choice(FAMILY.split())
    return Student(
        f"{given} {family}",
        f"{30_000_000 + number:010d}",  # leading zeros matter
        f"s{number}@example.edu",
        5_000 + number,
        late=rng.choice((-30.0, -5.0, -0.5, 0.1, 3.0, 30.0)),
    )


def _hand_in(
    student: Student,
    rng: random.Random,
    notebook: Path,
    known: Mapping[str, list[Known]],
) -> None:
    kind = rng.random()
    student.file = notebook.name
    if kind < 0.03:
        student.kind = "missing"
    elif kind < 0.06:
        student.kind = rng.choice(list(NOT_GRADED))
        student.data = NOT_GRADED[student.kind]
    elif kind < 0.08:
        student.kind, student.file, student.data = "no notebook", "work.py", b"x = 1\n"
    else:
        filled = _answers(student, rng, known)
        made = nbformat.writes(submission(notebook, filled)).encode()
        student.data = made
        if rng.random() < 0.15:
            student.file = f"{notebook.stem}_2026_10_02T20_00_00_{student.number}.zip"
            student.data = _zipped({notebook.name: made, "notes.txt": b"mine"})


def _answers(
    student: Student, rng: random.Random, known: Mapping[str, list[Known]]
) -> dict[str, str]:
    """Choose what is filled in; note what it gets."""
    ability, filled = rng.uniform(0.2, 1.0), {}
    hostile = rng.random() < 0.04
    for question, tried in known.items():
        best = tried[0].points
        right = [each for each in tried if each.points == best]
        wrong = [each for each in tried if each.points < best]
        if rng.random() < ability:
            chosen = rng.choice(right)
        elif wrong and rng.random() < 0.7:
            chosen = rng.choice(wrong)
        else:
            student.points[question] = 0.0
            if hostile:
                filled[question] = ENDS
            continue
        filled[question] = chosen.source
        student.points[question] = chosen.points
    return filled


def _make_groups(students: Sequence[Student], rng: random.Random) -> None:
    """Let some who hand in nothing be in the group of somebody who does."""
    givers = [each for each in students if each.kind == "graded"]
    for student in students:
        if student.kind == "missing" and rng.random() < 0.7 and givers:
            mate = rng.choice(givers)
            mate.mates.append(student)
            student.kind, student.points = mate.kind, mate.points
            student.late = mate.late


# --- the shapes ---------------------------------------------------------------


def _write_class(out: Path, students: Sequence[Student], shape: str) -> None:
    files: dict[str, bytes] = {}
    for student in students:
        if student.data or student.kind == "empty":
            name, student.entry = _placed(student, shape)
            files[name] = student.data
            for mate in student.mates:
                mate.entry = student.entry
    if shape == "flat":
        for name, data in files.items():
            write_bytes(out / "class" / name, data)
        return
    if shape == "gradescope":
        top = "assignment_1_export/"
        files = {top + name: data for name, data in files.items()}
        files[f"{top}submission_metadata.yml"] = _listed(students).encode()
    write_zip(out / "class.zip", files)


def _placed(student: Student, shape: str) -> tuple[str, str]:
    """Name a student's file in the class, and the entry that it becomes."""
    suffix = Path(student.file).suffix
    given, _, family = student.name.partition(" ")
    if shape == "flat":
        name = f"{student.sid}{suffix}"
        return name, student.sid if suffix != ".py" else name
    if shape == "gradescope":
        folder = f"submission_{student.number}"
        return f"{folder}/{student.file}", folder
    if shape == "moodle":
        folder = f"{student.name}_{student.number}_assignsubmission_file_"
        return f"{folder}/{student.file}", folder
    late = "_LATE" if student.late > 0 else ""
    letters = f"{family}{given}".lower()
    name = f"{letters}{late}_{student.number}_{student.number + 90_000}_{student.file}"
    return name, name.removesuffix(suffix) if suffix != ".py" else name


def _listed(students: Sequence[Student]) -> str:
    """Write Gradescope's list, with Ruby's symbols."""
    lines = ["---"]
    for student in students:
        if student.entry == f"submission_{student.number}":
            lines += [f"{student.entry}:", "  :submitters:"]
            for each in (student, *student.mates):
                lines.append(f"  - :name: {each.name}")
                lines.append(f"    :sid: '{each.sid}'")
                lines.append(f"    :email: {each.email}")
            moment = DUE + timedelta(hours=student.late)
            lines.append(f"  :created_at: {moment:%Y-%m-%d %H:%M:%S}.000000000 Z")
            lines += ["  :score: 0.0", "  :status: processed"]
    return "\n".join(lines) + "\n"


def _zipped(entries: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()


# --- tables -------------------------------------------------------------------


def _table(rows: Sequence[Sequence[object]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _roster(students: Sequence[Student]) -> str:
    rows = [[each.name, each.sid, each.email, each.number] for each in students]
    return _table([["name", "sid", "email", "id"], *rows])


def _truth(students: Sequence[Student], questions: Sequence[str]) -> str:
    rows = [
        [
            *(each.entry, each.sid, each.kind),
            sum(each.points.values()) if each.kind == "graded" else "",
            *(each.points.get(name, "") for name in questions),
        ]
        for each in students
    ]
    return _table([["submission", "sid", "kind", "score", *questions], *rows])


def _gradebook(students: Sequence[Student], name: str, shape: str) -> str:
    """Write what Canvas or Moodle would export, with no grade in it yet."""
    if shape == "moodle":
        header = ["Identifier", "Full name", "ID number", "Email address", "Status"]
        header += ["Grade", "Maximum grade", "Last modified (grade)"]
        header += ["Feedback comments"]
        return _table(
            [
                header,
                *(
                    [
                        *(f"Participant {each.number}", each.name, each.sid),
                        *(each.email, "", "", "100.00", "-", ""),
                    ]
                    for each in students
                ),
            ]
        )
    header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    rows: list[list[object]] = [[*header, f"{name} (48213)", "Final Score"]]
    rows.append(["    Points Possible", "", "", "", "", "100.00", "(read only)"])
    for each in students:
        given, _, family = each.name.partition(" ")
        login = each.email.partition("@")[0]
        ours = [f"{family}, {given}", each.number, each.sid, login, "LEC 001"]
        rows.append([*ours, "", ""])
    rows.append(["Student, Test", 1, "", "", "LEC 001", "", ""])
    return _table(rows)


def read_truth(path: Path) -> list[dict[str, str]]:
    """Read `truth.csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def summary(students: Sequence[Student]) -> str:
    """Say what kinds of students there are."""
    kinds = Counter(each.kind for each in students)
    return ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
