"""Write a draft as an assignment: its introduction and a folder for each question."""

from __future__ import annotations

import re
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.files import write_bytes, write_text
from homework.masters import cases, config
from homework.masters.master import Asked, Draft
from homework.masters.names import Names, names_of
from homework.questions.cells import SOLUTION, Cell, CellFile, write_cells
from homework.questions.layout import SHARED_FOLDERS, Assignment, Repository

MOST_QUESTIONS = 99


def slug(text: str) -> str:
    """Make a name in lower_case_with_underscores of any text."""
    plain = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
    return plain if re.match(r"[a-z]", plain) else f"n{plain}".rstrip("_")


def folders(draft: Draft) -> list[str]:
    """List the folders of the questions, such as ``q01_mean``."""
    return [f"q{n:02d}_{slug(q.name)}" for n, q in enumerate(draft.questions, start=1)]


def merge_solutions(draft: Draft, question: Asked) -> None:
    """Make one solution cell of several, with the given code between them."""
    cells = question.cells
    code = [n for n, c in enumerate(cells) if c.kind == "code" and SOLUTION in c.tags]
    if len(code) < 2:
        return
    first, last = code[0], code[-1]
    span = cells[first : last + 1]
    source = "\n\n".join(cell.source for cell in span if cell.kind == "code")
    texts = [cell for cell in span if cell.kind != "code"]
    tags = tuple(dict.fromkeys(t for c in span if c.kind == "code" for t in c.tags))
    one = Cell("code", source, (SOLUTION, *(t for t in tags if t != SOLUTION)))
    above = [cell for cell in texts if SOLUTION not in cell.tags]
    below = [cell for cell in texts if SOLUTION in cell.tags]
    question.cells = [*cells[:first], *above, one, *below, *cells[last + 1 :]]
    draft.notes.append(f"{question.name}: {len(code)} solution cells became one")


def write(draft: Draft, repository: Repository, name: str) -> Assignment:
    """Write the assignment; what is there already is overwritten.

    Raises:
        HomeworkError: when there are too many questions, or a given module of
            another content.

    """
    if len(draft.questions) > MOST_QUESTIONS:
        raise HomeworkError(
            draft.path,
            f"has {len(draft.questions)} questions; a notebook has at most 99.",
            "Split it in two.",
        )
    assignment = Assignment(repository.assignments_folder / name)
    names = names_of(draft.cells)
    total = 0.0
    for question, folder in zip(draft.questions, folders(draft), strict=True):
        total += _write_question(draft, question, assignment.folder / folder, names)
    write_text(assignment.intro, _intro(draft, name, total))
    for place, data in draft.files.items():
        write_bytes(assignment.folder / place, data)
    for module, text in draft.modules.items():
        _write_module(repository.assignments_folder / "given", module, text)
    for shared in SHARED_FOLDERS:
        link = assignment.folder / shared
        wanted = shared == "checks" or (shared == "given" and draft.modules)
        if wanted and not link.is_symlink():
            link.symlink_to(Path("..") / shared)
    return assignment


def _write_module(folder: Path, module: str, text: str) -> None:
    path = folder / f"{module}.py"
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise HomeworkError(
            path, "is another module already.", "Rename the master's, and its imports."
        )
    if not (folder / "__init__.py").exists():
        write_text(folder / "__init__.py", '"""Code that notebooks are given."""\n')
    write_text(path, text)


def _intro(draft: Draft, name: str, total: float) -> str:
    settings = [f"# points: {total:g}"]
    handed_in = config.names(draft.settings, "student_files")
    if handed_in:
        settings.append(f"# student_files: [{', '.join(handed_in)}]")
    seed = config.seed(draft.settings)
    if isinstance(seed, int):
        settings.append(f"# seed: {seed}")
    title = name.replace("_", " ").capitalize()
    cells = draft.intro or [Cell("markdown", f"# {title}")]
    return write_cells(CellFile("\n".join(settings), tuple(cells)))


def _write_question(draft: Draft, question: Asked, folder: Path, names: Names) -> float:
    settings = []
    if question.manual:
        settings = ["# manual: true", f"# points: {_of_manual(question):g}"]
    elif question.all_or_nothing:
        settings = ["# all_or_nothing: true"]
    cells = question.cells or [Cell("markdown", f"### {question.name}")]
    file = CellFile("\n".join(settings), tuple(cells))
    write_text(folder / "question.py", write_cells(file))
    if question.after:
        text = write_cells(CellFile("", tuple(question.after)))
        write_text(folder / "after.py", text)
    if question.manual:
        return _of_manual(question)
    write_text(folder / "tests.py", cases.tests_file(draft, question, names))
    return sum(test.points or 0.0 for test in question.tests)


def _of_manual(question: Asked) -> float:
    points = question.points
    if isinstance(points, list):
        return float(sum(float(p or 0) for p in points))
    if isinstance(points, dict):
        return float(points.get("each", 1))
    try:
        return float(points or 0)
    except (TypeError, ValueError):
        raise HomeworkError(
            f"question {question.name}",
            f"says points: {points!r}, which is no number.",
            "Correct the master.",
        ) from None
