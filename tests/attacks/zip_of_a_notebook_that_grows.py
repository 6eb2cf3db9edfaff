"""Hands in a small zip whose notebook needs gigabytes of memory once it is read."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "memory"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("bn_drop.ipynb", "w") as file:
            file.write(b'{"deep": [')
            for _ in range(60):
                file.write(b"[]," * 333_333)
            file.write(b"[]]," + notebook.lstrip()[1:])
    return made
