"""Hands in names that no file may have: far too long, empty, of control characters."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        for name in (
            "x" * 5000,
            "\u00e9" * 200,
            "a\nb",
            "\x1b[31m",
            "\u202e",
            " ",
            "-rf",
            "nul\\",
            "con",
            "bn_drop.ipynb/inside",
            "~",
            "$HOME",
            "*",
            "desk",
        ):
            archive.writestr(name, b"x")
        info = zipfile.ZipInfo("x")
        info.filename = "half\0hidden.txt"
        archive.writestr(info, b"x")
    return made
