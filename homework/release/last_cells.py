"""The last cells of a released notebook: Otter's, in fewer words.

Otter tells students to save first and says so twice; here the cell asks the page.
"""

from __future__ import annotations

from typing import Any

TEXT = (
    "## Submission\n\n"
    "Run the next cell when you are done, or whenever you like: the last zip counts.\n"
    "It writes one zip and looks into it once more, says what seems forgotten, and "
    "prints a receipt; the grader shows the same one.\n"
    "Upload the zip; where that fails, upload the notebook as it is, and with it any "
    "weights that it saved."
)
COMMENT = "# Save the notebook, then run this cell: it writes the zip that you upload."
OTTERS_TEXT, OTTERS_COMMENT = "## Submission\n", "# Save your notebook first,"


def put_last_cells(notebook: dict[str, Any]) -> None:
    """Replace Otter's words around its export cell, and drop its blank one, in place.

    Args:
        notebook: as JSON.

    """
    cells = notebook["cells"]
    while cells and not "".join(cells[-1]["source"]).strip():
        cells.pop()
    for cell in cells:
        source = "".join(cell["source"])
        if source.startswith(OTTERS_TEXT):
            cell["source"] = TEXT.splitlines(keepends=True)
        elif source.startswith(OTTERS_COMMENT):
            call = source.partition("\n")[2]
            cell["source"] = [f"{COMMENT}\n", *call.splitlines(keepends=True)]
