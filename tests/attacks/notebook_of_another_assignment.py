"""Hands in a notebook that says that it is of another assignment."""

from pathlib import Path

NEEDS = "nothing"
SEEN = "wrong assignment"
STATUS = "wrong assignment"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    made.write_bytes(
        notebook.replace(b'"assignment_name": "bn_drop"', b'"assignment_name": "x"')
    )
    return made
