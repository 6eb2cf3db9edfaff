"""Hands in a zip that stands behind other bytes, as in a file that unpacks itself."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
    before = b'\x89PNG\r\n\x1a\n{"cells": []}' + b"PK\5\6" + bytes(18)
    made.write_bytes(before + made.read_bytes())
    return made
