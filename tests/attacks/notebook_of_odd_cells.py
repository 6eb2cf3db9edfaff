"""Hands in a notebook whose cells are a dictionary, numbers, and lists of numbers."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    content = json.loads(notebook)
    content["cells"] += [7, {"cell_type": "code", "source": [1, 2], "metadata": {}}]
    made.write_text(json.dumps(content))
    return made
