"""Hands in cells with NUL, lone returns, odd spaces, marks of order and a huge line."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "null bytes"
STATUS = "graded"
SOURCES = (
    "x = 1\0\n",
    "x = 1\rx = 2\r",
    "\ufeffx = 3\n",
    "x = 4\x0c\n\u2028x = 5",
    "x = '\u202e\u2066 abc'\n",
    "x = '" + "a" * 3_000_000 + "'",
    "%" * 100_000,
    "!" * 100_000,
    "?" * 10_000,
    "\\\n" * 10_000,
    "x = " + "(" * 150 + "1" + ")" * 150,
    "x = " + "-" * 50_000 + "1",
    "\tx = 6\n        x = 7",
)


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    content = json.loads(notebook)
    content["cells"][2:2] = [
        {"cell_type": "code", "source": source, "metadata": {}} for source in SOURCES
    ]
    made.write_text(json.dumps(content))
    return made
