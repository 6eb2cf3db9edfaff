"""Hands in a notebook whose metadata nest a hundred thousand times."""

from pathlib import Path

NEEDS = "nothing"
SEEN = "nested too deeply"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    deep = b'"deep": ' + b"[" * 100_000 + b"]" * 100_000 + b", "
    made.write_bytes(notebook.replace(b"{", b"{" + deep, 1))
    return made
