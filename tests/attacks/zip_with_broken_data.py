"""Hands in a zip whose compressed data are no such thing."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "broken"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bn_drop.ipynb", notebook)
    data = bytearray(made.read_bytes())
    start = data.index(b"bn_drop.ipynb") + len("bn_drop.ipynb")
    data[start : start + 40] = bytes([0xFF]) * 40
    made.write_bytes(data)
    return made
