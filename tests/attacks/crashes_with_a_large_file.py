"""Hands in 20 MB and ends its process in many cells: each worker gets a copy."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in"
    (made / "data").mkdir(parents=True)
    (made / "data" / "large.bin").write_bytes(bytes(20_000_000))
    whole = json.loads(notebook)
    crash = {
        "cell_type": "code",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }
    crash["source"] = "import os; os._exit(1)"
    whole["cells"] += [crash] * 6
    (made / "bn_drop.ipynb").write_text(json.dumps(whole))
    return made
