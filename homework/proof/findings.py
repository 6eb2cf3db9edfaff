"""What one part of a proof found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Findings:
    """Numbers for the page, and sentences about what is wrong.

    Attributes:
        counts: by name, such as ``made`` or ``killed``.
        problems: what falls short, a sentence each; none when all is well.
        notes: what a reader of the page should know: what was declared, and why.

    """

    counts: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
