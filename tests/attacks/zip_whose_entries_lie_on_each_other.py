"""Hands in a zip of four hundred entries that all unpack the same few bytes."""

import struct
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "unreadable"
STATUS = "unreadable"
COUNT = 400


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bn_drop.ipynb", bytes(2**20))
    data = made.read_bytes()
    at, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    table = data[at:end] * COUNT
    last = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, COUNT, COUNT, len(table), at, 0)
    made.write_bytes(data[:at] + table + last)
    return made
