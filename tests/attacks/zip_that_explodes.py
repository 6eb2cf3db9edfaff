"""Hands in half a megabyte that unpacks to five hundred."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "too large"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        with archive.open("bomb", "w") as bomb:
            for _ in range(500):
                bomb.write(bytes(10**6))
    return made
