"""Numbers for Gradescope: its leaderboard, or later where a hidden test enters them."""

from __future__ import annotations

entries: dict[str, float] = {}


def enter(name: str, value: float) -> None:
    """Note a number: more is better, and the last one of a name counts.

    Args:
        name: the heading of its column.
        value: rounded to two decimals.

    """
    entries[name] = round(float(value), 2)
