"""Hands in a zip whose entry has one name in the table and another at its place."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "unreadable"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
    made.write_bytes(made.read_bytes().replace(b"bn_drop.ipynb", b"../../x.ipynb", 1))
    return made
