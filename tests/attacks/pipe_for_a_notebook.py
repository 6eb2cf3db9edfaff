"""Hands in a named pipe that is called as the notebook, and waits to be read."""

import os
from pathlib import Path

NEEDS = "nothing"
SEEN = "neither a file nor a folder"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    os.mkfifo(made)
    return made
