"""Asks for checks by the metadata of its cells: of every question, of none, of lists."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    content = json.loads(notebook)
    names = [
        "naive_number",
        "naive_module",
        "../q04",
        7,
        ["x"],
        None,
        "",
        "\u202e" * 99,
    ]
    content["cells"] += [
        {"cell_type": kind, "source": "", "metadata": {"otter": {"tests": names * 20}}}
        for kind in ("markdown", "code", "raw", 9)
    ]
    made.write_text(json.dumps(content))
    return made
