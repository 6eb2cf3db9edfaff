"""The first cell of a released notebook: Otter's, made robust.

Otter's own stops with a traceback when the notebook was renamed, copied or opened alone.
"""

from __future__ import annotations

from typing import Any

CELL = """\
# Run this cell first: it makes the checks ready.
try:
    import otter
    from checks.notebook import open_grader

    grader = open_grader("{name}", otter)
except ModuleNotFoundError as missing:
    print(
        f"'{{missing.name}}' is missing. Keep this notebook in the folder that came "
        "with it,\\nand install once what it uses: %pip install -r requirements.txt"
    )
"""
OTTERS = "# Initialize Otter\nimport otter\ngrader = otter.Notebook("


def first_cell(name: str) -> str:
    """Write the first cell of an assignment's notebook."""
    return CELL.format(name=name).rstrip()


def put_first_cell(notebook: dict[str, Any], name: str) -> None:
    """Replace Otter's first cell by ours, in place.

    Args:
        notebook: as JSON.
        name: of the assignment.

    """
    for cell in notebook["cells"]:
        if "".join(cell["source"]).startswith(OTTERS):
            cell["source"] = first_cell(name).splitlines(keepends=True)
