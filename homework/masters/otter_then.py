"""Read a master of jassign or Otter 0: fences in Markdown cells open questions.

Stock Otter 7 takes such a notebook without a word, finds no question in it, and hands
its solutions and hidden tests to students. Here it becomes what its author meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

from homework.masters import answers, config, marks, otter_now
from homework.masters.master import Asked, Draft, Old, Test
from homework.questions.cells import Cell

FENCE = re.compile(
    r"^```[ \t]*\w*[ \t]*\n\s*BEGIN\s+(QUESTION|ASSIGNMENT)\b[^\n]*\n(.*?)"
    r"^```[ \t]*$\n?",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
TEST = re.compile(r"^\s*#+\s*(HIDDEN\s+)?TESTS?\s*#*\s*$", re.IGNORECASE)
WRITTEN = re.compile(r"^\s*\**\s*SOLUTIONS?\s*:?\s*\**\s*:?", re.IGNORECASE)
BOLD = re.compile(r"^\s*\*\*\s*SOLUTION", re.IGNORECASE)


def is_of_this_style(cells: list[Old]) -> bool:
    """Say whether a fence in a Markdown cell opens a question."""
    return any(cell.kind == "markdown" and FENCE.search(_text(cell)) for cell in cells)


def read(draft: Draft, cells: list[Old]) -> None:
    """Sort the cells of a master into the draft.

    Raises:
        HomeworkError: when its settings or its markers cannot be read.

    """
    question: Asked | None = None
    is_done = False  # nothing but more tests belongs to the question
    for cell in cells:
        opened = FENCE.search(_text(cell)) if cell.kind == "markdown" else None
        if opened and opened.group(1).upper() == "ASSIGNMENT":
            config.take_settings(draft, cell.number, opened.group(2))
            rest = replace(cell, source=FENCE.sub("", _text(cell), count=1).strip())
            draft.intro += answers.given(draft, rest)
        elif opened:
            found = config.parsed(draft.path, cell.number, opened.group(2))
            question, is_done = otter_now.asked(draft, cell, found), False
            draft.questions.append(question)
            rest = replace(cell, source=FENCE.sub("", _text(cell), count=1).strip())
            question.cells += answers.given(draft, rest)
        elif question is None:
            draft.intro += answers.given(draft, cell)
        elif cell.kind == "code" and TEST.match(cell.first):
            _add_test(draft, question, cell)
            is_done = True
        elif is_done or _is_over(question, cell):
            is_done = True
            question.after += _between(draft, cell)
        else:
            question.cells += _answer(draft, question, cell)


def _text(cell: Old) -> str:
    return cell.source + "\n"


def _is_over(question: Asked, cell: Old) -> bool:
    """Say whether a cell comes after the answer of a question without tests."""
    answered = any("solution" in made.tags for made in question.cells)
    if cell.kind == "code":
        marked = marks.has_marks(cell.source)
    else:
        marked = bool(BOLD.match(cell.source))
    return question.manual and answered and not marked


def _answer(draft: Draft, question: Asked, cell: Old) -> list[Cell]:
    if cell.kind == "code" and not answers.is_ignored(cell):
        code = answers.plain_code(draft, cell)
        if not code.strip():
            return []
        # The first code after a question is its answer, marked or not.
        if marks.has_marks(code) or not question.has_code:
            return [answers.solution(draft, cell)]
    if cell.kind == "markdown" and (
        BOLD.match(cell.source) or (question.manual and WRITTEN.match(cell.source))
    ):
        return [answers.written_answer(draft, cell)]
    return answers.given(draft, cell)


def _between(draft: Draft, cell: Old) -> list[Cell]:
    if cell.kind == "markdown" and BOLD.match(cell.source):
        return [answers.written_answer(draft, cell)]
    return answers.given(draft, cell)


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
