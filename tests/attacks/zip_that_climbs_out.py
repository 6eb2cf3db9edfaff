"""Hands in a zip whose names climb out of their folder, or begin at the root."""

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
            "../../../../../../tmp/left-by-an-attack-1",
            "/tmp/left-by-an-attack-2",
            "..\\..\\tmp\\left-by-an-attack-3",
            "C:\\left-by-an-attack-4",
            "a/../../../trusted/tests/naive_number.py",
            "..",
            ".",
            "./.",
        ):
            archive.writestr(name, "raise SystemExit")
    return made
