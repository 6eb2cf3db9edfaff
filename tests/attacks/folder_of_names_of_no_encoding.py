"""Hands in a folder with names of bytes that are no text, and one nobody may read."""

import os
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in"
    made.mkdir()
    (made / "bn_drop.ipynb").write_bytes(notebook)
    for name in (b"caf\xe9.txt", b"\xff\xfe", b"x" * 255, b"-rf", b"a\nb"):
        (made / os.fsdecode(name)).write_bytes(b"x")
    closed = made / "closed"
    closed.mkdir()
    (closed / "bn_drop.ipynb").mkdir()
    return made
