"""Hands in a notebook of format 3, whose cells lie in worksheets, beside newer cells."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    read = json.loads(notebook)
    cells = [{**cell, "input": "raise SystemExit"} for cell in read["cells"]]
    read["worksheets"] = [{"cells": cells}]
    read["nbformat"], read["nbformat_minor"] = 4, 99
    made.write_text(json.dumps(read), encoding="utf-8")
    return made
