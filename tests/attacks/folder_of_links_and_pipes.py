"""Hands in a folder with links to other submissions, to the root, in a circle, a pipe."""

import os
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in"
    made.mkdir()
    (made / "bn_drop.ipynb").write_bytes(notebook)
    (made / "secret.txt").symlink_to("/etc/shadow")
    (made / "others").symlink_to("/")
    (made / "circle").symlink_to(made)
    os.mkfifo(made / "pipe.ipynb")
    os.mkfifo(made / "pipe")
    (made / "below.ipynb").mkdir()
    (made / os.fsdecode(b"\xff\xfe.txt")).write_bytes(b"x")
    return made
