"""Hands in a notebook with a number of a million digits in it."""

from pathlib import Path

NEEDS = "nothing"
SEEN = "not JSON"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    made.write_bytes(notebook.replace(b"{", b'{"x": ' + b"9" * 10**6 + b", ", 1))
    return made
