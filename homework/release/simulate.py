"""A class that never was: submissions from known answers, with the truth about each.

Right students give solutions and accepted answers, others rejected ones or nothing;
some files are broken, late, hostile or missing, some students are in groups. The truth
comes from running each mixture of answers as a whole, as answers may stand on others.
There are few mixtures, however many students: each adds a line of their own.
"""

from __future__ import annotations

import csv
import io
import os
import random
import re
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat

from homework.base.errors import HomeworkError
from homework.base.files import write_bytes, write_text, write_zip
from homework.base.jobs import START, Tell, run_jobs
from homework.questions.answers import (
    answers,
    code_cells,
    run_cases,
    run_cells,
    seed_everything,
    solution_source,
    stub_source,
)
from homework.questions.cases import read_cases
from homework.questions.layout import Assignment, Question, Repository
from homework.questions.student_files import desk, solution_files
from homework.release.places import released
from homework.release.samples import submission

TRUTH = ("submission", "sid", "kind", "score")  # then the questions
ROSTER = ("name", "sid", "email", "id")
MISCONCEPTIONS = ("question", "hint", "students")
SHAPES = ("gradescope", "canvas", "moodle", "flat")
MOST_PROFILES = 40  # mixtures of answers: each has to be tried
LIMIT_S = 600.0  # for trying one
SEEDS = (1, 2)  # a mixture whose points depend on the seed is not used
MOST_HINTS = 4  # of a question, to find one that its messages show alone
MOST_ROUNDS = 6  # of drawing others in the place of those
ENDS = "import os\nos._exit(0)  # ends the process that grades"
DUE = datetime(2026, 10, 2, 23, 59, tzinfo=UTC)
GIVEN = "Ada Bo Cy Di Ed Flo Gil Hana Ida Jo Kai Lea Mo Nia Ole Pia Quin Rui Sun Tam"
FAMILY = "Abara Berg Chen Diaz Endo Fofana Gupta Haas Ito Jones Kaya Lopez Müller"
HINT = re.compile(r"Hint: (.+)", re.DOTALL)  # as the report reads messages
NOT_GRADED = {
    "broken": b'{"cells": [',
    "empty": b"",
    "page": b"<!DOCTYPE html><html>Sign in</html>",
}


@dataclass(frozen=True)
class Profile:
    """What a student answers, and what that gets.

    Attributes:
        filled: the answers by question; a question that is missing is untouched.
        points: by question.
        hints: that its messages show, by question.

    """

    filled: Mapping[str, str]
    points: Mapping[str, float] = field(default_factory=dict)
    hints: Mapping[str, list[str]] = field(default_factory=dict)


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
    points: Mapping[str, float] = field(default_factory=dict)
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
    planted: int = 0,
) -> list[Student]:
    """Write a class and the truth about it.

    Args:
        repository: where the released notebook is.
        assignment: what they hand in.
        out: a folder; gets `class.zip` (or a folder `class`), `roster.csv`,
            `truth.csv` and `gradebook.csv`, an export to fill in; and, where some are
            planted, `misconceptions.csv`, the most frequent first.
        count: students.
        seed: the same gives the same class.
        shape: one of `SHAPES`.
        planted: misconceptions, each with fewer students than the one before; then
            everybody else is right, and no file is broken.

    Raises:
        HomeworkError: when ``out`` is in use, or the assignment is not released or has
            too few known misconceptions.

    """
    if out.exists() and any(out.iterdir()):
        raise HomeworkError(out, "is not empty.", "Name a new folder with -o.")
    notebook = released(repository, assignment).notebook
    rng = random.Random(seed)
    students = [_student(rng, number) for number in range(count)]
    if planted:
        deck, listed = _planted(assignment, count, planted)
        write_text(out / "misconceptions.csv", listed)
    else:
        known = profiles(assignment, min(count, MOST_PROFILES), rng)
        deck = [*known, *rng.choices(known, k=count - len(known))]
    rng.shuffle(deck)
    files = solution_files(assignment)
    for student, profile in zip(students, deck, strict=True):
        kind = 1.0 if planted else rng.random()
        _hand_in(student, rng, kind, _Work(notebook, profile, files))
    if shape == "gradescope":
        _make_groups(students, rng)
    _write_class(out, students, shape)
    write_text(out / "roster.csv", _roster(students))
    questions = [each.name for each in _tested(assignment)]
    write_text(out / "truth.csv", _truth(students, questions))
    write_text(out / "gradebook.csv", _gradebook(students, assignment.name, shape))
    return students


# --- what is known ------------------------------------------------------------


def profiles(assignment: Assignment, count: int, rng: random.Random) -> list[Profile]:
    """Draw mixtures of answers, and try each; none depends on a seed."""
    known = {each: _choices(each) for each in _tested(assignment)}
    found: list[Profile] = []
    for _ in range(MOST_ROUNDS):
        drawn = [_mixed(known, rng) for _ in range(count - len(found))]
        found += tried(assignment, drawn)
        if len(found) >= count:
            return found
    raise HomeworkError(
        assignment.folder,
        f"gives {len(found)} of {count} mixtures of answers with sure points.",
        "Look with `homework check` for answers whose points depend on the seed.",
    )


def _tested(assignment: Assignment) -> list[Question]:
    return [each for each in assignment.questions if each.tests.exists()]


def _choices(question: Question) -> tuple[list[str], list[str]]:
    right = [each.source for each in answers(question, "accepted")]
    wrong = [each.source for each in answers(question, "rejected")]
    return [solution_source(question), *right], wrong


def _mixed(
    known: Mapping[Question, tuple[list[str], list[str]]], rng: random.Random
) -> dict[str, str]:
    ability, is_hostile = rng.uniform(0.2, 1.0), rng.random() < 0.08
    filled: dict[str, str] = {}
    for question, (right, wrong) in known.items():
        if rng.random() < ability:
            filled[question.name] = rng.choice(right)
        elif wrong and rng.random() < 0.7:
            filled[question.name] = rng.choice(wrong)
        elif is_hostile:
            filled[question.name] = ENDS
    return filled


def tried(assignment: Assignment, drawn: Sequence[Mapping[str, str]]) -> list[Profile]:
    """Run mixtures of answers; leave out those whose points depend on the seed."""
    if START == "fork":
        import torch  # noqa: F401  # once, and not in every job

    jobs = [(assignment, filled) for filled in drawn]
    found = run_jobs(_try, jobs, limit=LIMIT_S)
    return [each for each in found if isinstance(each, Profile)]


def _try(job: tuple[Assignment, Mapping[str, str]], _: Tell) -> Profile | None:
    assignment, filled = job
    first, second = (_outcome(assignment, filled, seed) for seed in SEEDS)
    return first if first.points == second.points else None


def _outcome(assignment: Assignment, filled: Mapping[str, str], seed: int) -> Profile:
    """Run the notebook, and each question's tests where it is checked."""
    os.environ["HOMEWORK_SEED"] = str(seed)  # of this job's own process
    sources = {
        # What ends its process is left out when the notebook is run again.
        each.name: filled.get(each.name, stub_source(each)).replace(ENDS, "")
        for each in _tested(assignment)
    }
    points: dict[str, float] = {}
    hints: dict[str, list[str]] = {}
    for question in _tested(assignment):
        seed_everything(seed)
        with desk(assignment):
            names = run_cells(code_cells(assignment, sources, upto=question))
            said = run_cases(question, names)
        worth = {case.name: case.points for case in read_cases(question.tests)}
        passed = (name for name, message in said.items() if message is None)
        points[question.name] = float(sum(worth[name] for name in passed))
        shown = [HINT.search(message) for message in said.values() if message]
        hints[question.name] = list(
            dict.fromkeys(hit[1].strip() for hit in shown if hit)
        )
    return Profile(filled, points, hints)


def _planted(
    assignment: Assignment, count: int, planted: int
) -> tuple[list[Profile], str]:
    """Deal misconceptions to half of a class; list them, the most frequent first."""
    right = {each.name: solution_source(each) for each in _tested(assignment)}
    wrong = [
        right | {question.name: answer.source}
        for question in _tested(assignment)
        for answer in [a for a in answers(question, "rejected") if a.hint][:MOST_HINTS]
    ]
    best, *found = tried(assignment, [right, *wrong])
    by_hint = {_hints(each)[0]: each for each in found if len(_hints(each)) == 1}
    by_question = {question: each for (question, _), each in by_hint.items()}
    clear = list(by_question.values())[:planted]
    units = sum(range(2, planted + 2))
    if len(clear) < planted or count < 2 * units:
        raise HomeworkError(
            assignment.folder,
            f"has {len(clear)} misconceptions with one clear hint, and {planted} need "
            f"{2 * units} students.",
            "Ask for fewer, or for more students.",
        )
    deck: list[Profile] = []
    rows: list[list[object]] = [list(MISCONCEPTIONS)]
    for place, profile in enumerate(clear):
        number = (planted + 1 - place) * (count // (2 * units))
        deck += [profile] * number
        rows.append([*_hints(profile)[0], number])
    deck += [best] * (count - len(deck))
    return deck, _table(rows)


def _hints(profile: Profile) -> list[tuple[str, str]]:
    return [(name, hint) for name, said in profile.hints.items() for hint in said]


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


@dataclass(frozen=True)
class _Work:
    """What a student worked on, and what came of it."""

    notebook: Path
    profile: Profile
    files: Mapping[str, bytes]  # handed in beside it

    def written(self, student: Student) -> bytes:
        made = submission(self.notebook, dict(self.profile.filled))
        said = f"Handed in by {student.sid}."  # no two are equal
        made.cells.append({"cell_type": "markdown", "metadata": {}, "source": said})
        text: str = nbformat.writes(nbformat.from_dict(made))
        return text.encode()


def _hand_in(student: Student, rng: random.Random, kind: float, work: _Work) -> None:
    student.file = work.notebook.name
    if kind < 0.03:
        student.kind = "missing"
    elif kind < 0.06:
        student.kind = rng.choice(list(NOT_GRADED))
        student.data = NOT_GRADED[student.kind]
    elif kind < 0.08:
        student.kind, student.file, student.data = "no notebook", "work.py", b"x = 1\n"
    else:
        student.points = work.profile.points
        student.data = work.written(student)
        if work.files or rng.random() < 0.15:
            stem = work.notebook.stem
            student.file = f"{stem}_2026_10_02T20_00_00_{student.number}.zip"
            entries = {work.notebook.name: student.data, "notes.txt": b"mine"}
            student.data = _zipped({**entries, **work.files})


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
    return _table([ROSTER, *rows])


def _truth(students: Sequence[Student], questions: Sequence[str]) -> str:
    rows = [
        [
            *(each.entry, each.sid, each.kind),
            sum(each.points.values()) if each.kind == "graded" else "",
            *(each.points.get(name, "") for name in questions),
        ]
        for each in students
    ]
    return _table([[*TRUTH, *questions], *rows])


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
