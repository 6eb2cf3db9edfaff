"""Hands in a bomb that says of itself that it is small."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "broken"
STATUS = "unreadable"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    size = 300 * 10**6
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        with archive.open("bomb", "w") as bomb:
            for _ in range(300):
                bomb.write(bytes(10**6))
    data = made.read_bytes()
    said = size.to_bytes(4, "little")
    made.write_bytes(data.replace(said, (10).to_bytes(4, "little")))
    return made
