"""Hands in a zip whose only entry begins beyond the end of all files."""

import io
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "the zip is broken"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    info = zipfile.ZipInfo("bn_drop.ipynb")
    info.extra = b"\x01\x00\x08\x00" + (2**64 - 2).to_bytes(8, "little")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(info, notebook)
    whole = bytearray(data.getvalue())
    at = whole.index(b"PK\x01\x02")
    whole[at + 42 : at + 46] = b"\xff" * 4
    made = folder / "handed_in.zip"
    made.write_bytes(whole)
    return made
