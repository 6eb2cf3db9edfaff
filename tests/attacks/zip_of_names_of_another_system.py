"""Hands in names that mean streams, devices, drives and shares on other systems."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"

NAMES = r"bn_drop.ipynb::$DATA C:x \\?\C:\x \\host\share\x AUX COM1.txt x. x:y .. a/..b"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        for name in NAMES.split():
            archive.writestr(name, b"x")
    return made
