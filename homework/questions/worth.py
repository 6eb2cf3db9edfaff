"""What a question is worth, as its heading in the notebook says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from homework.questions.cases import Case
from homework.questions.cells import Cell

HEADING = re.compile(r"^#{1,6} Question \d.*$", re.MULTILINE)
WORTH = re.compile(r" \([\d.]+ points?[:,] [^()\n]*\)$")


def worth(cases: Sequence[Case], by_hand: float) -> str:
    """Say the points of a question, shown and hidden apart; "" when there are none.

    Args:
        cases: its tests.
        by_hand: the points that a person gives.

    """
    shown = sum(case.points for case in cases if not case.hidden)
    hidden = sum(case.points for case in cases if case.hidden)
    if by_hand:
        return f"({_points(by_hand)}, given by a person)"
    if not shown + hidden:
        return ""
    if not shown:
        return f"({_points(hidden)}, after you hand in)"
    if not hidden:
        return f"({_points(shown)}, all shown here)"
    return (
        f"({_points(shown + hidden)}: {shown:g} shown here, {hidden:g} after you hand "
        "in)"
    )


def _points(number: float) -> str:
    return f"{number:g} {'point' if number == 1 else 'points'}"


def with_worth(cell: Cell, said: str) -> Cell:
    """Put a question's points behind its heading, which a part's may precede."""
    if not said:
        return cell
    return _with_heading(cell, lambda heading: f"{heading} {said}")


def without_worth(cell: Cell) -> Cell:
    """Take the points off a heading again."""
    return _with_heading(cell, lambda heading: WORTH.sub("", heading))


def _with_heading(cell: Cell, change: Callable[[str], str]) -> Cell:
    if cell.kind != "markdown":
        return cell
    source = HEADING.sub(lambda found: change(found[0]), cell.source, count=1)
    return replace(cell, source=source)
