"""The first cell of a released notebook: Otter's, made robust.

Otter's own stops with a traceback when the notebook was renamed or opened alone.
"""

from __future__ import annotations

from typing import Any

# What Otter needs and Colab lacks. Without its dependencies nothing that Colab has is
# replaced, so that no restart is asked for.
ON_COLAB = (
    "otter-grader==7.0.0 fica==0.4.1 ipylab==1.1.0 python-frontmatter==1.3.0 "
    "python-on-whales==0.81.0"
)
CELL = """\
# Run this cell first: it makes the checks ready.
import sys

on_colab = "google.colab" in sys.modules
if on_colab:  # leaves all alone that Colab has
    import subprocess

    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps"]
    subprocess.run([*pip, *"{on_colab}".split()], check=False)
try:
    import otter
    from checks.notebook import open_grader

    grader = open_grader("{name}", otter)
except ModuleNotFoundError as missing:
    todo = "install once what it uses: %pip install -r requirements.txt"
    if on_colab:
        todo = "upload that folder as a zip, `!unzip` it, and `%cd` into it"
    print(
        f"'{{missing.name}}' is missing. Keep this notebook in the folder that came "
        f"with it,\\nand {{todo}}."
    )
"""
OTTERS = "# Initialize Otter\nimport otter\ngrader = otter.Notebook("


def first_cell(name: str) -> str:
    """Write the first cell of an assignment's notebook."""
    return CELL.format(name=name, on_colab=ON_COLAB).rstrip()


def put_first_cell(notebook: dict[str, Any], name: str) -> None:
    """Replace Otter's first cell by ours, in place.

    Args:
        notebook: as JSON.
        name: of the assignment.

    """
    for cell in notebook["cells"]:
        if "".join(cell["source"]).startswith(OTTERS):
            cell["source"] = first_cell(name).splitlines(keepends=True)
