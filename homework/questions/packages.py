"""The packages that the answers of an assignment may import.

The comment `# packages: [numpy, matplotlib]` above an assignment's first cell names
them, as `pip install` does. Without it, all that is installed can be imported.
"""

from __future__ import annotations

from homework.questions.cells import read_cells
from homework.questions.layout import Assignment

SETTING = "packages"


def packages(assignment: Assignment) -> list[str] | None:
    """List the packages that an assignment's intro names; ``None`` without a list."""
    found = read_cells(assignment.intro).values.get(SETTING)
    return [str(name) for name in found] if isinstance(found, list) else None
