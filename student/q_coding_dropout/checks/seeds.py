from __future__ import annotations

import hashlib
import os
import zlib
from pathlib import Path

import numpy as np

VARIABLE = "HOMEWORK_SEED"


def submission_seed():
    given = os.environ.get(VARIABLE)
    if given:
        return int(given)
    content = hashlib.sha256()
    for notebook in sorted(Path.cwd().glob("*.ipynb")):
        content.update(notebook.read_bytes())
    return int.from_bytes(content.digest()[:4], "big")


def random_cases(label, *, seed = None):
    chosen = submission_seed() if seed is None else seed
    return np.random.default_rng([chosen, zlib.crc32(label.encode())])
