"""Read a master of jassign or Otter 0: fences in Markdown cells open questions.

Stock Otter 7 takes such a notebook without a word, finds no question in it, and hands
its solutions and hidden tests to students. Here it becomes what its author meant.
"""

from __future__ import annotations

import re

from homework.masters import answers, blocks, config, marks, otter_now
from homework.masters.answers import given
from homework.masters.master import Asked, Draft, Old, Test
from homework.questions.cells import Cell

TEST = re.compile(r"^\s*#+\s*(HIDDEN\s+)?TESTS?\b", re.IGNORECASE)
WRITTEN = re.compile(
    r"^(?:[\s*_#>]|<[^<>]*>)*(?:SOLUTIONS?\b|(?i:solutions?)\s*(?:[:*_<]|$))"
)


def is_of_this_style(cells: list[Old]) -> bool:
    """Say whether a question is opened, though nothing is closed."""
    return any(blocks.mark(cell) == ("BEGIN", "QUESTION") for cell in cells)


def read(draft: Draft, cells: list[Old]) -> None:
    """Sort the cells of a master into the draft.

    Raises:
        HomeworkError: when its settings or its markers cannot be read.

    """
    question: Asked | None = None
    is_done = False  # nothing but more tests belongs to the question
    above: list[Old] = []  # in the cell of the fence that follows
    for place, cell in enumerate(cells):
        kind = blocks.mark(cell)[1]
        if kind == "ASSIGNMENT":
            config.take_settings(draft, cell.number, blocks.settings(cell))
        elif kind == "QUESTION":
            found = config.parsed(draft.path, cell.number, blocks.settings(cell))
            question, is_done = otter_now.asked(draft, cell, found), False
            draft.questions.append(question)
            question.cells = [made for old in above for made in given(draft, old)]
            above = []
        elif _is_above_its_fence(cells, place):
            above.append(cell)
        elif question is None:
            draft.intro += given(draft, cell)
        elif _is_test(cell):
            _add_test(draft, question, cell)
            is_done = True
        elif is_done or _is_over(question, cell):
            is_done = True
            question.after += _between(draft, cell)
        else:
            follows = _marked_code_follows(cells[place + 1 :])
            question.cells += _answer(draft, question, cell, follows=follows)


def _is_test(cell: Old) -> bool:
    return cell.kind == "code" and bool(TEST.match(cell.first))


def _is_above_its_fence(cells: list[Old], place: int) -> bool:
    here, *following = cells[place : place + 2]
    return any(
        cell.number == here.number and blocks.mark(cell)[1] == "QUESTION"
        for cell in following
    )


def _marked_code_follows(cells: list[Old]) -> bool:
    """Say whether the question goes on to a cell whose solution is marked."""
    for cell in cells:
        if _is_test(cell) or blocks.mark(cell)[1]:
            return False
        if cell.kind == "code" and marks.has_marks(cell.source):
            return True
    return False


def _is_over(question: Asked, cell: Old) -> bool:
    """Say whether a cell comes after the answer of a question without tests."""
    answered = any("solution" in made.tags for made in question.cells)
    if cell.kind == "code":
        marked = marks.has_marks(cell.source)
    else:
        marked = bool(WRITTEN.match(cell.source))
    return question.manual and answered and not marked


def _answer(draft: Draft, question: Asked, cell: Old, *, follows: bool) -> list[Cell]:
    if cell.kind == "code" and not answers.is_ignored(cell):
        code = answers.plain_code(draft, cell)
        if not code.strip():
            return []
        # Without any marker, the first code after a question is its answer.
        if marks.has_marks(code) or not (question.has_code or follows):
            return [answers.solution(draft, cell)]
    if cell.kind == "markdown" and WRITTEN.match(cell.source):
        return [answers.written_answer(draft, cell)]
    return given(draft, cell)


def _between(draft: Draft, cell: Old) -> list[Cell]:
    if cell.kind == "markdown" and WRITTEN.match(cell.source):
        return [answers.written_answer(draft, cell)]
    return given(draft, cell)


def _add_test(draft: Draft, question: Asked, cell: Old) -> None:
    lines = answers.bare_lines(draft, cell)
    heading = TEST.match(lines[0]) if lines else None
    source = "\n".join(lines[1:] if heading else lines).strip("\n")
    if not source.strip():
        draft.note(cell.number, "is a test cell without a test")
        return
    hidden = bool(heading and heading.group(1))
    question.tests.append(
        Test(source, cell.number, hidden, cell.shown, there=cell.prints)
    )
