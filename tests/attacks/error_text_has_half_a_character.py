"""Ends a cell with an error whose text and notes hold half a character and NUL."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    whole = json.loads(notebook)
    whole["metadata"]["\ud800\0"] = "\udfff\0"
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    for source in ('raise ValueError("\\ud800\\0")', "x = '\ud800'", "\0", "\ud800"):
        whole["cells"].append({**cell, "source": source})
    made = folder / "bn_drop.ipynb"
    made.write_text(json.dumps(whole))
    return made
