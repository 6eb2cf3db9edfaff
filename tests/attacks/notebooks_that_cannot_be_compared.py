"""Hands in a good notebook beside ones that are too deep or too odd to be compared."""

import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    mark = b'{"metadata": {"otter": {"assignment_name": "bn_drop"}}, "cells": '
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        archive.writestr("a.ipynb", mark + b"[" * 100_000)
        archive.writestr("b.ipynb", mark + b'[{"source": {"a": 1}}, null, 7]}')
        archive.writestr("c.ipynb", mark + b'{"cells": []}}')
        archive.writestr("d.ipynb", b"[" + mark + b"[]}]")
        archive.writestr("e.ipynb", mark + b'[{"source": "\\ud800"}]}' + b"]")
    return made
