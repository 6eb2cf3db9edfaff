"""What Otter acts upon inside cells: solution markers, tags, and words to avoid.

Every slip here is silent in Otter: a solution is left standing, or a cell disappears.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from homework.base import syntax
from homework.law.complaints import Complaint, Found, at
from homework.law.names import bound_names
from homework.questions.answers import stub_source
from homework.questions.cases import read_cases
from homework.questions.cells import IGNORED_WHEN_GRADING, SOLUTION, Cell, read_cells
from homework.questions.layout import Question

LONGEST_HOLE = 10
MOST_BRACKETS = 12  # Otter's pattern takes exponential time on index brackets
TAGS = {SOLUTION, IGNORED_WHEN_GRADING}

BEGIN, END, LINE = "# BEGIN SOLUTION", "# END SOLUTION", "# SOLUTION"
LIKE_A_MARKER = re.compile(r"#\s*((BEGIN|END)\s*)?SOLUTION", re.IGNORECASE)
ANY_MARKER = re.compile(r"#\s*(BEGIN\s*|END\s*)SOLUTION|# ?SOLUTION\b")
OTHER_MARKER = re.compile(r"# (SOLUTION NO PROMPT|(BEGIN|END) PROMPT|SEED)\s*$")
DROPPED_LINE = re.compile(r"# IGNORE\s*$|^\s*#\s*(BEGIN|END)\s*IGNORE", re.IGNORECASE)
DROPPED_CELL = re.compile(r"##\s*ignore\s*##|#\s*ignore", re.IGNORECASE)


def _lines(cell: Cell) -> Iterator[tuple[int, str]]:
    return enumerate(cell.source.splitlines(), start=1)


def solution_lines(source: str) -> set[int]:
    """Return the numbers, from 1, of the lines of a cell that students do not get."""
    hidden, inside = set(), False
    for number, line in enumerate(source.splitlines(), start=1):
        text = line.strip()
        inside = (inside or text == BEGIN) and text != END
        if inside or text.endswith(LINE):
            hidden.add(number)
    return hidden


# --- every file of cells ------------------------------------------------------


def otter_words(path: Path) -> Found:
    """Yield tags and lines that Otter would act upon, unknown to the author."""
    for cell in read_cells(path).cells:
        for tag in sorted({*cell.tags} - TAGS):
            yield Complaint(
                at(path, cell.line),
                f"has an unknown tag '{tag}'.",
                f"Known tags: {', '.join(sorted(TAGS))}.",
            )
        if SOLUTION in cell.tags and path.name != "question.py":
            yield Complaint(
                at(path, cell.line),
                "is a solution cell outside a question.",
                "Move it into the question.py of its question.",
            )
        yield from _dropped(path, cell)
        if SOLUTION not in cell.tags:
            yield from _stray_markers(path, cell)


def _dropped(path: Path, cell: Cell) -> Found:
    if DROPPED_CELL.match(cell.source):
        yield Complaint(
            at(path, cell.line + 1),
            "begins with `# ignore`, so Otter drops the whole cell.",
            "Reword the first line.",
        )
    if cell.kind == "markdown" and cell.source.startswith("```otter"):
        yield Complaint(
            at(path, cell.line + 1),
            "is an `otter` fence, which Otter takes for a command.",
            "Write its setting above the first cell of question.py.",
        )
    for number, line in _lines(cell):
        if DROPPED_LINE.search(line):
            yield Complaint(
                at(path, cell.line + number),
                "is an IGNORE line, so Otter drops it from all notebooks.",
                "Delete the line or the word.",
            )


def _stray_markers(path: Path, cell: Cell) -> Found:
    for number, line in _lines(cell):
        if ANY_MARKER.search(line):
            yield Complaint(
                at(path, cell.line + number),
                f"has a solution marker outside a solution cell: `{line.strip()}`.",
                'Tag the cell `tags=["solution"]`, or delete the marker.',
            )


# --- the solution of a question -----------------------------------------------


def solution_cell(question: Question) -> Found:
    """Yield what is wrong with the place and the markers of the solution."""
    path, file = question.source, read_cells(question.source)
    kind = "markdown" if file.values.get("manual") is True else "code"
    solutions = [cell for cell in file.cells if SOLUTION in cell.tags]
    right = [cell for cell in solutions if cell.kind == kind]
    if len(solutions) != 1 or len(right) != 1:
        yield Complaint(
            at(path, solutions[-1].line if solutions else 1),
            f"has {len(right)} solution {kind} cells, and {len(solutions)} in all.",
            f'Give it exactly one {kind} cell with `tags=["solution"]`'
            + ("." if kind == "code" else ", since a person grades it."),
        )
        return
    if kind == "markdown" and file.cells[-1] is not right[0]:
        yield Complaint(
            at(path, file.cells[-1].line),
            "follows the solution cell, which should be the last.",
            "Move it above the solution, or into after.py.",
        )
        return
    below = file.cells[file.cells.index(right[0]) + 1 :]
    for cell in below:
        if cell.kind == "code" and IGNORED_WHEN_GRADING not in cell.tags:
            yield Complaint(
                at(path, cell.line),
                "follows the solution cell, and grading runs it.",
                "Move it above the solution or into after.py, or tag it "
                f'`tags=["{IGNORED_WHEN_GRADING}"]`.',
            )
    if kind == "code":
        slips = list(_markers(path, right[0]))
        yield from slips or _what_students_get(question, right[0])


def _markers(path: Path, cell: Cell) -> Found:
    """Yield markers that Otter would not take as they are meant."""
    opened, seen = 0, False
    for number, line in _lines(cell):
        marker = _marker(line)
        seen = seen or marker in (BEGIN, LINE)
        problem = remedy = ""
        if marker is None:
            problem = f"reads like a marker, but is none: `{line.strip()}`."
            remedy = f"Write exactly `{BEGIN}`, `{END}` or, after code, `{LINE}`."
        elif marker == BEGIN and opened:
            problem = f"begins a solution inside the one of line {cell.line + opened}."
            remedy = f"Close that one first: `{END}`."
        elif marker == END and not opened:
            problem = "ends a solution that does not begin."
            remedy = f"Write `{BEGIN}` above it."
        elif marker == LINE and opened:
            problem = f"is a `{LINE}` inside a block, which goes as a whole."
            remedy = "Delete the marker."
        if problem:
            yield Complaint(at(path, cell.line + number), problem, remedy)
        opened = {BEGIN: number, END: 0}.get(marker or "", opened)
    if opened:
        yield Complaint(
            at(path, cell.line + opened),
            "begins a solution that does not end.",
            f"Write `{END}` below it.",
        )
    if not seen:
        yield Complaint(
            at(path, cell.line),
            "is a solution without a marker: students would get all of it.",
            f"Put what they write between `{BEGIN}` and `{END}`.",
        )


def _marker(line: str) -> str | None:
    """Return the marker of a line, "" when it has none, None for a near miss."""
    text = line.strip()
    if text in (BEGIN, END):
        return text
    if OTHER_MARKER.search(line):
        return None
    if not LIKE_A_MARKER.search(line):
        return ""
    code, marker, rest = text.partition(LINE)
    return LINE if marker and code.strip() and not rest and "#" not in code else None


def _what_students_get(question: Question, cell: Cell) -> Found:
    path = question.source
    yield from _one_line_solutions(path, cell)
    start = 0
    lines = cell.source.splitlines()
    for number, line in _lines(cell):
        if line.strip() == BEGIN:
            start = number
        elif line.strip() == END:
            hole = [text.strip() for text in lines[start : number - 1]]
            count = sum(1 for text in hole if text and not text.startswith("#"))
            if count > LONGEST_HOLE:
                yield Complaint(
                    at(path, cell.line + start),
                    f"asks for {count} lines of code; {LONGEST_HOLE} are the most.",
                    "Give a part of it, or split the question.",
                )
        if line.count("[") > MOST_BRACKETS:
            yield Complaint(
                at(path, cell.line + number),
                f"has more than {MOST_BRACKETS} brackets, on which Otter hangs.",
                "Break the line up.",
            )
            return
    try:
        syntax.parse(stub_source(question))
        yield from _names_to_set(question, cell)
    except SyntaxError as error:
        yield Complaint(
            at(path, cell.line),
            f"is not Python once the solution is taken out ({error.msg}).",
            f"Let `{BEGIN}` stand where `...` can stand.",
        )


def _names_to_set(question: Question, cell: Cell) -> Found:
    """Demand that students see each name that a check reads and they should set."""
    kept = bound_names(stub_source(question))
    read = {name for case in read_cases(question.tests) for name in case.parameters}
    for name, line in bound_names(cell.source).items():
        if name in read and name not in kept:
            yield Complaint(
                at(question.source, cell.line + line),
                f"sets `{name}`, which a test reads and students see nowhere.",
                f"Keep its beginning: `{name} = ...  {LINE}`, or the markers inside "
                "the brackets.",
            )


def all_or_nothing(question: Question) -> Found:
    """Demand that students read that a wrong letter costs what the others earned."""
    said = "all or nothing" in question.source.read_text(encoding="utf-8").lower()
    for case in read_cases(question.tests):
        for node in ast.walk(case.node):
            if not said and _asks_for_letters(node):
                yield Complaint(
                    at(question.source),
                    f"does not say how letters count, which {case.name} asks for.",
                    "Write above the answer: `# All or nothing: every right letter, "
                    "and no other.`",
                )


def _asks_for_letters(node: ast.AST) -> bool:
    """Say whether a call asks for any number of letters."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "assert_choices"
        and all(keyword.arg != "exactly" for keyword in node.keywords)
    )


def _one_line_solutions(path: Path, cell: Cell) -> Found:
    marked = {number for number, line in _lines(cell) if _marker(line) == LINE}
    for node in ast.walk(_parsed(cell)):
        if not isinstance(node, ast.stmt):
            continue
        last = node.end_lineno or node.lineno
        touched = marked & set(range(node.lineno, last + 1))
        is_block = hasattr(node, "body")
        heads = touched & {node.lineno} if is_block else touched
        if heads and (last > node.lineno or is_block):
            yield Complaint(
                at(path, cell.line + min(heads)),
                "marks one line of a longer statement; students keep the rest.",
                f"Use `{BEGIN}` and `{END}` around the statement.",
            )
        elif (
            heads and isinstance(node, ast.Expr) and isinstance(node.value, ast.Compare)
        ):
            yield Complaint(
                at(path, cell.line + node.lineno),
                "marks a comparison, which Otter takes for an assignment.",
                f"Use `{BEGIN}` and `{END}`.",
            )


def _parsed(cell: Cell) -> ast.Module:
    try:
        return syntax.parse(cell.source)
    except SyntaxError:  # the law on plain Python says so
        return ast.Module(body=[], type_ignores=[])
