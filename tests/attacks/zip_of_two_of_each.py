"""Hands in a zip that names its notebook twice, in other cases and in other folders."""

import warnings
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for data in (b"", b"{}", notebook):
            archive.writestr("bn_drop.ipynb", data)
            archive.writestr("data.txt", data)
        archive.writestr("BN_DROP.IPYNB", b"{}")
        archive.writestr("below/bn_drop.ipynb", b"{}")
        archive.writestr("__MACOSX/bn_drop.ipynb", b"\0\0")
    return made
