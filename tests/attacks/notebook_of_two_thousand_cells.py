"""Hands in a notebook with two thousand cells, half of them checks of one question."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    content = json.loads(notebook)
    text = {"cell_type": "markdown", "source": "", "metadata": {}}
    check = {**text, "metadata": {"otter": {"tests": ["naive_number"]}}}
    content["cells"] += [text, check] * 1000
    made.write_text(json.dumps(content))
    return made
