"""Hands in a hundred notebooks that all carry the name, so that any could be taken."""

import json
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "different notebooks of bn_drop"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    whole = json.loads(notebook)
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(100):
            whole["cells"][-1]["source"] = f"x = {number}"
            archive.writestr(f"{number}/bn_drop.ipynb", json.dumps(whole))
    return made
