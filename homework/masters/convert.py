"""A master file becomes a draft: read in its style, its questions counted."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.masters import (
    blocks,
    cases,
    config,
    files,
    nbgrader,
    otter_now,
    otter_then,
)
from homework.masters.master import Asked, Draft, Old, read
from homework.masters.names import packages, parsed
from homework.masters.write import merge_solutions

BEGINS = re.compile(r"^[\s#>*]*BEGIN\s+QUESTION\b", re.IGNORECASE | re.MULTILINE)
STYLES = {
    "Otter 1 to 7": otter_now,
    "jassign, or Otter 0": otter_then,
    "nbgrader": nbgrader,
}


def convert(path: Path) -> Draft:
    """Read a master of stock Otter, of whatever era, or of nbgrader.

    Raises:
        HomeworkError: when it cannot be read, or when the questions that were found
            are not as many as the file marks.

    """
    whole, pictures = read(path)
    draft = Draft(path, "", pictures=pictures)
    cells = blocks.parted(draft, whole)
    for style, reader in STYLES.items():
        if not draft.style and reader.is_of_this_style(cells):
            draft.style = style
            reader.read(draft, cells)
    _count(draft, whole)
    config.say_what_is_left(draft)
    for question in draft.questions:
        _settle(draft, question)
    _home_for_strays(draft)
    for question in draft.questions:
        merge_solutions(draft, question)
        cases.settle_points(draft, question)
    cases.hold_together(draft)
    files.bring(draft)
    _say_what_is_missing(draft)
    draft.notes = list(dict.fromkeys(draft.notes))
    return draft


def _count(draft: Draft, cells: list[Old]) -> None:
    """Stop when the file marks more or fewer questions than were found."""
    marked = sum(len(BEGINS.findall(cell.source)) for cell in cells)
    found = len(draft.questions)
    if not found:
        raise HomeworkError(
            draft.path,
            "has no question that can be found.",
            "A master of Otter marks them by raw cells `# BEGIN QUESTION`, one of "
            "nbgrader by its metadata.",
        )
    if draft.style != "nbgrader" and marked != found:
        raise HomeworkError(
            draft.path,
            f"marks {marked} questions with BEGIN QUESTION, but {found} were found.",
            "Let each begin in a raw cell (in old masters: in a fenced block) of its "
            "own, all in one style.",
        )


def _settle(draft: Draft, question: Asked) -> None:
    """Let every question be graded in one way: by its tests, or by a person."""
    for test in question.tests:
        cases.demand_python(draft, test)
    if question.manual and question.tests:
        draft.notes.append(
            f"{question.name}: a person grades it, so its {len(question.tests)} tests "
            "are left out"
        )
        question.tests = []
    if not question.manual and not question.tests:
        question.manual = True
        draft.notes.append(f"{question.name}: it has no tests, so a person grades it")


def _say_what_is_missing(draft: Draft) -> None:
    """Name the packages without which neither the solution nor its tests can run."""
    sources = [cell.source for cell in draft.cells if cell.kind == "code"]
    sources += [t.source for question in draft.questions for t in question.tests]
    wanted = {name for source in sources for name in packages(parsed(source))}
    for name in sorted(wanted - {"given", "__main__", *sys.stdlib_module_names}):
        if importlib.util.find_spec(name) is None:
            draft.notes.append(
                f"the package `{name}` is not installed here: install it, pin it in "
                "otter_config.json, and import the master again"
            )


def _home_for_strays(draft: Draft) -> None:
    """Move solution cells that stand in no question into the next one."""
    strays = [cell for cell in draft.intro if "solution" in cell.tags]
    draft.intro = [cell for cell in draft.intro if cell not in strays]
    for question in draft.questions:
        question.cells = [*strays, *question.cells]
        if strays:
            draft.notes.append(
                f"{question.name}: a solution in front of it belongs to it now"
            )
        strays = [cell for cell in question.after if "solution" in cell.tags]
        question.after = [cell for cell in question.after if cell not in strays]
    if strays:
        last = draft.questions[-1]
        last.cells += strays
        draft.notes.append(f"{last.name}: a solution behind it belongs to it now")
