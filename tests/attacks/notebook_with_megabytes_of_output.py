"""Hands in a notebook that carries thirty megabytes of outputs and pictures."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    read = json.loads(notebook)
    text = {"output_type": "stream", "name": "stdout", "text": ["x" * 10**7] * 2}
    picture = {"output_type": "display_data", "metadata": {}}
    picture["data"] = {"image/png": "A" * 10**7}
    read["cells"][1]["outputs"] = [text, picture]
    made.write_text(json.dumps(read), encoding="utf-8")
    return made
