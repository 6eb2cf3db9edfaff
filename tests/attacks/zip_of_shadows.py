"""Hands in modules named as NumPy, torch, checks and Python's start-up files."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"

EVIL = b"open('/tmp/left-by-an-attack-shadow', 'w'); raise SystemExit('shadow')"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        for name in (
            *(
                "numpy.py",
                "torch.py",
                "json.py",
                "random.py",
                "otter.py",
                "homework.py",
            ),
            *("checks/__init__.py", "deeplearning/__init__.py", "references/naive.py"),
            *("sitecustomize.py", "usercustomize.py", "conftest.py", "IPython.py"),
            *("tests/naive_number.py", "matplotlibrc", "otter_config.json", "x.pth"),
            *("<cell>", "<string>", "environment.yml", "setup.sh", "run_autograder"),
        ):
            archive.writestr(name, EVIL)
    return made
