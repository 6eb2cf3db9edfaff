"""Hands in cells whose text holds half a character, NUL and marks of direction."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "surrogate|null|Error"
STATUS = "graded"

TEXTS = (
    "x = '\ud800'",
    "y = '\0'",
    "z\udc80 = 1",
    "# \u202e\u2066",
    "\ufeffv = 1",
    "\f",
)


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    read = json.loads(notebook)
    like = read["cells"][1]
    read["cells"] += [{**like, "source": text} for text in TEXTS]
    made.write_text(json.dumps(read), encoding="utf-8")
    return made
