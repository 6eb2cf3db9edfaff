"""The law of the repository: what must hold of folders, settings, tests and answers."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from homework.base import syntax
from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.law.choices import choices
from homework.law.code import code_style
from homework.law.complaints import Complaint, Found, at, hold, line_of
from homework.law.markers import all_or_nothing, otter_words, solution_cell
from homework.law.oracles import oracles
from homework.law.packages import imports, imports_of_tests, packages_setting
from homework.law.settings import (
    is_manual,
    known_settings,
    seed_of_an_assignment,
    total_points,
    values_of_settings,
)
from homework.law.tests import LAWS_OF_TEST_FILES
from homework.law.written import written
from homework.questions.cells import CellFile, read_cells, write_cells
from homework.questions.declared import EQUIVALENT, STANDS_ON, equivalent, stands_on
from homework.questions.layout import (
    QUESTION_FOLDER,
    SHARED_FOLDERS,
    Assignment,
    Question,
    Repository,
)
from homework.questions.masters import SHIPPED_TO_ALL, SHIPPED_TO_GRADER
from homework.questions.student_files import SETTING, names

UNFINISHED = "WRITE:"  # what `homework new` leaves for the author

NAME = re.compile(r"[a-z][a-z0-9_]*")
PINNED = re.compile(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[A-Za-z0-9.+!]+")
NEEDS_CPU_BUILD = {"torch", "torchvision", "torchaudio"}
LITTER = {"__pycache__", ".ipynb_checkpoints", ".OTTER_LOG"}
FILES_OF_AN_ASSIGNMENT = {"intro.py", "closing.py"}
FILES_OF_A_QUESTION = {
    "question.py",
    "tests.py",
    "after.py",
    "accepted",
    "rejected",
    "messages.txt",
    EQUIVALENT,
    STANDS_ON,
}


def complaints(assignment: Assignment) -> list[Complaint]:
    """List every breach of the law in one assignment, file by file."""
    found: list[Complaint] = []
    for law in LAWS_OF_ASSIGNMENTS:
        found += hold(law, assignment)
    for path in cell_files(assignment):
        for rule in LAWS_OF_CELL_FILES:
            found += hold(rule, path)
    for question in assignment.questions:
        if question.source.exists():
            for statute in LAWS_OF_QUESTIONS:
                found += hold(statute, question)
    return list(dict.fromkeys(found))


def repository_complaints(repository: Repository) -> list[Complaint]:
    """List what is wrong with what all assignments share."""
    found: list[Complaint] = []
    for statute in LAWS_OF_REPOSITORIES:
        found += hold(statute, repository)
    hand_in = repository.assignments_folder / "hand_in.py"
    if hand_in.exists():
        for law in LAWS_OF_CELL_FILES:
            found += hold(law, hand_in)
    return found


def rewrite(assignment: Assignment) -> list[Path]:
    """Put an assignment's cell files into the form that `absorb` writes.

    Returns:
        The files that changed.

    """
    return [
        path
        for path in cell_files(assignment)
        if write_text(path, _written(path, read_cells(path)))
    ]


def cell_files(assignment: Assignment) -> list[Path]:
    """List the files that become cells of the notebook, in its order."""
    paths = [assignment.intro]
    for question in assignment.questions:
        paths += [question.source, question.after]
    return [path for path in (*paths, assignment.closing) if path.exists()]


# --- folders and files --------------------------------------------------------


def _names(assignment: Assignment) -> Found:
    if not NAME.fullmatch(assignment.name):
        yield Complaint(
            str(assignment.folder),
            f"the name '{assignment.name}' is not lower_case_with_underscores.",
            "Rename the folder.",
        )
    if not assignment.questions:
        yield Complaint(
            str(assignment.folder),
            "has no question.",
            f"Add one: `homework new {assignment.name} QUESTION`.",
        )
    for number, question in enumerate(assignment.questions, start=1):
        noun = question.name.partition("_")[2]
        if question.name != f"q{number:02d}_{noun}":
            yield Complaint(
                str(question.folder),
                f"stands at place {number}, but its number is {question.name[1:3]}.",
                f"Rename the folder to q{number:02d}_{noun}: numbers have no gaps.",
            )


def _files_of_the_assignment(assignment: Assignment) -> Found:
    folders = {*SHIPPED_TO_ALL, *SHIPPED_TO_GRADER}
    known = FILES_OF_AN_ASSIGNMENT | folders | {assignment.master.name}
    known |= set(names(assignment))
    for path in sorted(assignment.folder.iterdir()):
        if path.name in known | LITTER or QUESTION_FOLDER.fullmatch(path.name):
            continue
        if path.is_dir() and re.match(r"[qQ]\d", path.name):
            yield Complaint(
                str(path), "is not named `qNN_noun`.", "Rename it, such as q07_softmax."
            )
        else:
            yield Complaint(
                str(path),
                "is not a file that an assignment has.",
                f"Move or delete it; an assignment has {', '.join(sorted(known))} "
                "and question folders.",
            )


def _links(assignment: Assignment) -> Found:
    for name in SHARED_FOLDERS:
        path = assignment.folder / name
        target = Path("..") / name
        if not os.path.lexists(path) and name != "checks":
            continue
        if not path.is_symlink() or Path(os.readlink(path)) != target:
            yield Complaint(
                str(path),
                f"is not a symbolic link to {target}.",
                f"Run `ln -sfn {target} {path.name}` in {assignment.name} (on Windows, "
                "set `git config core.symlinks true` and check the file out again).",
            )


def _student_files(assignment: Assignment) -> Found:
    """Demand what `otter assign` needs of files that students hand in."""
    where = at(assignment.intro, line_of(assignment.intro, f"# {SETTING}"))
    listed = read_cells(assignment.intro).values.get(SETTING, [])
    if not isinstance(listed, list):
        yield Complaint(
            where,
            f"says {SETTING}, but not as a list.",
            f"Write `# {SETTING}: [base.safetensors, base.json]`.",
        )
    for name in names(assignment):
        if Path(name).name != name:
            yield Complaint(
                where,
                f"has students hand in '{name}', which is in a folder.",
                "Otter's self-test finds files beside the notebook only: name one.",
            )
        elif not (assignment.folder / name).is_file():
            yield Complaint(
                str(assignment.folder / name),
                "is missing: the solution's own, which the self-test needs.",
                "Run the master notebook from top to bottom.",
            )


def _litter(repository: Repository) -> Found:
    for folder, folders, files in os.walk(repository.assignments_folder):
        for name in sorted(folders + files):
            if name in LITTER or name.endswith(".pyc"):
                yield Complaint(
                    str(Path(folder, name)),
                    "would ship to students, and may hold a solution.",
                    "Run `make clean`.",
                )


def _files_of_the_question(question: Question) -> Found:
    for path in sorted(question.folder.iterdir()):
        if path.name not in FILES_OF_A_QUESTION | LITTER:
            yield Complaint(
                str(path),
                "is not a file that a question has.",
                f"Move or delete it; a question has "
                f"{', '.join(sorted(FILES_OF_A_QUESTION))}.",
            )
    for verdict in ("accepted", "rejected"):
        folder = question.folder / verdict
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name in LITTER:
                continue
            suffix = ".md" if is_manual(question) else ".py"
            if path.suffix != suffix or not NAME.fullmatch(path.stem):
                yield Complaint(
                    str(path),
                    f"is not an answer: answers are named lower_case_words{suffix}.",
                    "Rename or delete it.",
                )


def _required_files(assignment: Assignment) -> Found:
    for question in assignment.questions:
        if not question.source.exists():
            yield Complaint(
                str(question.folder),
                "has no question.py.",
                "Write the statement and the solution.",
            )
            continue
        names = ("tests.py", *(() if question.is_draft else ("accepted", "rejected")))
        for name in names:
            path = question.folder / name
            filled = bool(question.answers(name)) if path.is_dir() else path.is_file()
            if filled and is_manual(question):
                yield Complaint(
                    str(path),
                    "belongs to an autograded question, but a person grades this one.",
                    "Delete it, or `# manual: true` in question.py.",
                )
            if not filled and not is_manual(question):
                yield Complaint(
                    str(path),
                    "is missing or empty.",
                    "Write it, or say `# manual: true` in question.py.",
                )


# --- files of cells -----------------------------------------------------------


def _form(path: Path) -> Found:
    """Demand the form that `absorb` writes, so that an absorb changes no more."""
    text = path.read_text(encoding="utf-8")
    written = _written(path, read_cells(path))
    if text != written:
        pairs = zip(text.split("\n"), written.split("\n"), strict=False)
        line = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), 1)
        yield Complaint(
            at(path, line),
            "is not in the form that `homework absorb` writes.",
            "Run `homework check --fix`.",
        )


def _written(path: Path, file: CellFile) -> str:
    try:
        return write_cells(file)
    except ValueError as error:
        raise HomeworkError(
            at(path, error.args[0].line),
            "holds a cell that would not survive the way through the notebook.",
            "Code starts at the margin, closes its quotes within the cell, and has no "
            "line that begins with `# %%`; no cell holds control characters.",
        ) from error


def _cells(path: Path) -> Found:
    cells = read_cells(path).cells
    if not cells:
        yield Complaint(at(path), "has no cells.", "Write some, or delete the file.")
    for cell in cells:
        if cell.kind == "code":
            yield from _plain_python(path, cell.line, cell.source)


def _plain_python(path: Path, line: int, source: str) -> Found:
    try:
        syntax.parse(source)
    except SyntaxError as error:
        number = line + (error.lineno or 1)
        quoted = source.splitlines()[(error.lineno or 1) - 1].strip()
        magic = quoted[:1] in {"%", "!", "?"}
        yield Complaint(
            at(path, number),
            f"is not plain Python: `{quoted}`.",
            "Do without the magic: it belongs to the README's installation."
            if magic
            else f"Correct it ({error.msg}).",
        )


def _finished(path: Path) -> Found:
    if Question(path.parent).is_draft:
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if UNFINISHED in line:
            wanted = line.partition(UNFINISHED)[2].strip(' ".,#')
            yield Complaint(
                at(path, number),
                f"still asks you to write: '{wanted}'.",
                f"Write it in the place of `{UNFINISHED}` and what follows.",
            )


def _finished_question(question: Question) -> Found:
    if question.is_draft:
        return
    for path in (question.tests, *question.folder.glob("*ed/*.py")):
        if path.exists():
            yield from _finished(path)


def _declared(question: Question) -> Found:
    equivalent(question)
    stands_on(question)
    yield from ()


# --- requirements -------------------------------------------------------------


def _requirements(repository: Repository) -> Found:
    path = repository.root / "otter_config.json"
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        yield Complaint(str(path), f"is not JSON: {error}.", "Correct it.")
        return
    lines = settings.get("requirements", []) if isinstance(settings, dict) else None
    if not isinstance(lines, list) or not all(isinstance(each, str) for each in lines):
        yield Complaint(
            at(path),
            "is not settings with a list of requirements.",
            'Write `{"requirements": ["numpy==2.4.6"]}`, and what else Otter needs.',
        )
        return
    for line in lines:
        name = re.split(r"[=<>\[; ]", line, maxsplit=1)[0].lower()
        where = at(path, line_of(path, f'"{line}"'))
        if line.startswith("--"):
            continue
        if name.startswith("nvidia") or name == "triton":
            yield Complaint(
                where,
                f"'{line}' is CUDA; the grader has no GPU.",
                "Delete the line.",
            )
        elif not PINNED.fullmatch(line):
            yield Complaint(
                where, f"'{line}' is not pinned.", f"Write `{name}==` and the version."
            )
        elif name in NEEDS_CPU_BUILD and not line.endswith("+cpu"):
            yield Complaint(
                where,
                f"'{line}' pulls gigabytes of CUDA.",
                f"Write `{line}+cpu`.",
            )


LAWS_OF_REPOSITORIES: Sequence[Callable[[Repository], Found]] = (
    _litter,
    _requirements,
)
LAWS_OF_ASSIGNMENTS: Sequence[Callable[[Assignment], Found]] = (
    _names,
    _files_of_the_assignment,
    _required_files,
    _links,
    _student_files,
    packages_setting,
    imports,
    imports_of_tests,
    seed_of_an_assignment,
    total_points,
    oracles,
    code_style,
)
LAWS_OF_CELL_FILES: Sequence[Callable[[Path], Found]] = (
    known_settings,
    _form,
    _cells,
    otter_words,
    _finished,
)
LAWS_OF_QUESTIONS: Sequence[Callable[[Question], Found]] = (
    _files_of_the_question,
    values_of_settings,
    _finished_question,
    _declared,
    solution_cell,
    all_or_nothing,
    written,
    choices,
    *LAWS_OF_TEST_FILES,
)
