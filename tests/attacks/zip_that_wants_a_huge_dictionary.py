"""Hands in a zip by LZMA whose header asks for four gigabytes of dictionary."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "unreadable"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("bn_drop.ipynb", notebook)
    data = bytearray(made.read_bytes())
    # A local header of 30 bytes, the name, LZMA's version and size, a byte, the size.
    at = 30 + len("bn_drop.ipynb") + 4 + 1
    data[at : at + 4] = b"\xff\xff\xff\xff"
    made.write_bytes(data)
    return made
