"""Hands in its notebook in a zip in a zip in a zip, six of them deep."""

import io
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "zips lie too deep in it"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    data = notebook
    name = "bn_drop.ipynb"
    for depth in range(6):
        wrapped = io.BytesIO()
        with zipfile.ZipFile(wrapped, "w") as archive:
            archive.writestr(name, data)
        data, name = wrapped.getvalue(), f"{depth}.zip"
    made = folder / "handed_in.zip"
    made.write_bytes(data)
    return made
