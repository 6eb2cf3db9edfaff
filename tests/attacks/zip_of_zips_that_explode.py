"""Hands in a zip of zips, each of which unpacks to a hundred times its size."""

import io
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "too large"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.bin", bytes(50_000_000))
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.zip", inner.getvalue())
    return made
