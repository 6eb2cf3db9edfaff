"""Cells of a master become cells of a question: given ones, prompts and solutions."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from urllib.parse import unquote

from homework.base import syntax
from homework.masters import marks
from homework.masters.master import OTTERS_OWN, Draft, Old, wrong
from homework.masters.names import parsed
from homework.masters.nose import without_nose
from homework.questions.cells import SOLUTION, Cell, CellFile, write_cells

INCLUDED = "otter_include"  # Otter's tag for text that is solution and given at once
USELESS = re.compile(
    r"^\s*(%%(time|timeit|capture)\b|%(matplotlib|pylab|config|load_ext|reload_ext|"
    r"autoreload)\b)"
)
NOT_HERE = re.compile(
    r"^\s*([%!]\s*(pip|conda|mamba|apt)\b|(from|import)\s+google\.colab\b|"
    r"drive\.mount\()"
)
MAGIC = re.compile(r"^\s*[%!]")
ASKS = re.compile(r"^\s*\??[\w.]+\?\??\s*$|^\s*\?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
PERCENT = re.compile(r"^# ?%%", re.MULTILINE)
ATTACHED = re.compile(r"attachment:([^)\s\"']+)")


def is_ignored(cell: Old) -> bool:
    """Say whether Otter drops the cell from everything it makes."""
    return bool(marks.IGNORED_CELL.match(cell.source))


def given(draft: Draft, cell: Old) -> list[Cell]:
    """Make the cell that students get as it is; one with markers is a solution.

    Nothing is made of cells that Otter drops or makes itself, nor of raw ones.
    """
    if cell.kind == "raw":
        if cell.source:
            draft.note(cell.number, "is a raw cell, so it is left out")
        return []
    if is_ignored(cell) or not cell.source.strip():
        return []
    if cell.kind == "markdown":
        return [_written(draft, cell, cell.cell(source=_with_pictures(draft, cell)))]
    code = plain_code(draft, cell)
    if not code.strip():
        return []
    if marks.has_marks(code):
        return [_solution(draft, cell, code)]
    return [_written(draft, cell, cell.cell(source=code))]


def prompt_and_answer(
    draft: Draft, prompt: Sequence[Old], solution: Sequence[Old]
) -> list[Cell]:
    """Make the cells of a prompt, of which students get all, and of a solution.

    Code that has no marker is a solution as a whole: stock Otter would give it away.
    """
    asked = [made for cell in prompt for made in given(draft, cell)]
    shown = [cell for cell in asked if cell.kind == "code"]
    made = [cell for cell in asked if cell.kind != "code"]
    codes = [
        (cell, code)
        for cell in solution
        if cell.kind == "code" and not is_ignored(cell)
        for code in [plain_code(draft, cell)]
        if code.strip()
    ]
    if shown and codes:
        text = "\n\n".join(cell.source for cell in shown)
        whole = "\n\n".join(code for _, code in codes)
        prompted = marks.prompted(text, whole)
        made.append(_written(draft, codes[0][0], _tagged(codes[0][0], prompted)))
    else:
        made += shown
        marked = any(marks.has_marks(code) for _, code in codes)
        for cell, code in codes:
            if marked and not marks.has_marks(code):
                made.append(_written(draft, cell, cell.cell(source=code)))
            else:
                made.append(_solution(draft, cell, code))
    return made + [
        text
        for cell in solution
        if cell.kind == "markdown" and cell.source.strip() and not is_ignored(cell)
        for text in [written_answer(draft, cell)]
    ]


def written_answer(draft: Draft, cell: Old, source: str | None = None) -> Cell:
    """Make the solution of a question that a person grades."""
    text = _with_pictures(draft, cell) if source is None else source
    return _written(
        draft, cell, cell.cell(solution=INCLUDED not in cell.tags, source=text)
    )


def _solution(draft: Draft, cell: Old, code: str) -> Cell:
    if not marks.has_marks(code):
        draft.note(cell.number, "has no marker: all of it is taken for the solution")
        code = marks.wholly(code)
    try:
        text = marks.in_one_form(code)
    except marks.MarksError as error:
        raise wrong(
            draft.path, cell.number, f"{error}.", "Correct the markers."
        ) from error
    return _written(draft, cell, _tagged(cell, _without_magics(draft, cell, text)))


def _without_magics(draft: Draft, cell: Old, code: str) -> str:
    """Return a solution as plain Python: its magics are left out.

    Raises:
        HomeworkError: when that does not make it Python.

    """
    if _is_python(code):
        return code
    lines = code.splitlines()
    kept = [line for line in lines if not (MAGIC.match(line) or ASKS.search(line))]
    try:
        syntax.parse("\n".join(kept))
    except (SyntaxError, ValueError) as error:
        raise wrong(
            draft.path,
            cell.number,
            f"is a solution that is no Python ({getattr(error, 'msg', error)}).",
            "Write it anew, for Python 3 and without magics.",
        ) from error
    draft.note(cell.number, "magics of the solution are left out")
    return "\n".join(kept)


def solution(draft: Draft, cell: Old) -> Cell:
    """Make the solution cell of an answer in code."""
    return _solution(draft, cell, plain_code(draft, cell))


def _tagged(cell: Old, source: str) -> Cell:
    return cell.cell(solution=True, source=source)


def bare_lines(draft: Draft, cell: Old) -> list[str]:
    """Return the lines of a test cell: plain Python, ignored lines left out."""
    return plain_code(draft, cell).splitlines()


def plain_code(draft: Draft, cell: Old) -> str:
    """Return code without what Otter drops, and without magics that do nothing here.

    Raises:
        HomeworkError: when a block of ignored lines has no end.

    """
    try:
        text = marks.without_ignored(CONTROL.sub("", cell.source))
    except marks.MarksError as error:
        raise wrong(draft.path, cell.number, f"{error}.", "Close the block.") from error
    kept = []
    useless = _statements_of_otter(text)
    for number, line in enumerate(text.splitlines(), start=1):
        if number in useless or OTTERS_OWN.match(line) or USELESS.match(line):
            continue
        if NOT_HERE.match(line):
            draft.note(cell.number, f"`{line.strip()}` is left out")
            continue
        if MAGIC.match(line) and not _is_python(text):
            draft.note(cell.number, f"`{line.strip()}` is no plain Python; it stays")
        kept.append(marks.SEED.sub("", line))
    return without_nose(textwrap.dedent("\n".join(kept)).strip("\n"))


def _statements_of_otter(text: str) -> set[int]:
    """Return the lines of statements that Otter or okpy put there."""
    lines = text.splitlines()
    return {
        number
        for node in parsed(text).body
        if OTTERS_OWN.match(lines[node.lineno - 1])
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def _is_python(text: str) -> bool:
    try:
        syntax.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def _with_pictures(draft: Draft, cell: Old) -> str:
    """Save the pictures that were pasted into a cell, and show them from there."""
    pasted = draft.pictures.get(str(cell.number), {})

    def place(found: re.Match[str]) -> str:
        asked = unquote(found.group(1))
        data = pasted.get(asked, pasted.get(found.group(1)))
        if data is None:
            draft.note(cell.number, f"the picture {asked} is missing")
            return found.group()
        name = re.sub(r"[^\w.-]+", "_", asked)
        draft.files[f"figures/cell{cell.number}_{name}"] = data
        return f"figures/cell{cell.number}_{name}"

    return ATTACHED.sub(place, CONTROL.sub("", cell.source))


def _written(draft: Draft, old: Old, cell: Cell) -> Cell:
    """Return a cell that text can carry.

    Raises:
        HomeworkError: when it is a solution that text cannot carry.

    """
    cell = Cell(cell.kind, PERCENT.sub("## ", cell.source), cell.tags)
    if _can_be_written(cell):
        return cell
    if SOLUTION in cell.tags:
        raise wrong(
            draft.path,
            old.number,
            "is a solution that text cannot carry.",
            "Code starts at the margin and closes its quotes within the cell.",
        )
    draft.note(old.number, "is shown as text: as code it is not whole")
    return Cell("markdown", f"```python\n{cell.source}\n```")


def _can_be_written(cell: Cell) -> bool:
    try:
        write_cells(CellFile("", (cell,)))
    except ValueError:
        return False
    return True
