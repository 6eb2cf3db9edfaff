"""Hands in a zip with folders that are called as the notebook and as our files are."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("hw/work.ipynb", notebook)
        archive.writestr("hw/bn_drop.ipynb/inner.txt", b"x")
        archive.writestr("hw/work.ipynb.d/bn_drop.ipynb.txt/x.txt", b"x")
        archive.writestr("hw/checks/__init__.py/x.py", b"x")
        archive.writestr("hw/numpy/__init__.py", b"raise SystemExit")
        archive.writestr("hw/lock", b"x")
        archive.writestr("hw/data/x", b"x")
    return made
