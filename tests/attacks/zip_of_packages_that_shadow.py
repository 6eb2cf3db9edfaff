"""Hands in folders that are called as the engine's, Python's and our packages are."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"

EVIL = b"open('/tmp/left-by-an-attack-package', 'w'); raise SystemExit('shadow')"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("hw/bn_drop.ipynb", notebook)
        for name in (
            *("numpy", "torch", "json", "otter", "homework", "IPython", "asyncio"),
            *("checks", "deeplearning", "references", "given", "tests", "hidden"),
            *("homework/grading", "checks/closeness", "encodings", "lib"),
        ):
            archive.writestr(f"hw/{name}/__init__.py", EVIL)
            archive.writestr(f"{name}/__init__.py", EVIL)
        archive.writestr("hw/.ipython/profile_default/startup/0.py", EVIL)
        archive.writestr("hw/site-packages/x.pth", EVIL)
        archive.writestr("hw/bn_drop.ipynb/inside/__init__.py", EVIL)
        archive.writestr("hw/" + "deep/" * 300 + "x.txt", EVIL)
        archive.writestr("hw/a", EVIL)
        archive.writestr("hw/a/b", EVIL)
    return made
