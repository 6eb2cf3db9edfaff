"""Random cases that nobody can tune to and everybody can repeat.

A public test draws from a fixed seed. A hidden test draws from the seed of the
submission: the grader sets `HOMEWORK_SEED`, and without it the seed is a digest of
the submitted notebook, so that a second grading of the same file sees the same cases.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from pathlib import Path

import numpy as np

VARIABLE = "HOMEWORK_SEED"


def submission_seed() -> int:
    """Return the seed of the submission that is being graded."""
    given = os.environ.get(VARIABLE)
    if given:
        return int(given)
    content = hashlib.sha256()
    for notebook in sorted(Path.cwd().glob("*.ipynb")):
        content.update(notebook.read_bytes())
    return int.from_bytes(content.digest()[:4], "big")


def random_cases(label: str, *, seed: int | None = None) -> np.random.Generator:
    """Return a generator for the cases of one test.

    Args:
        label: the test's own label, so that tests draw independently.
        seed: a fixed seed for public tests; by default the submission's.

    """
    chosen = submission_seed() if seed is None else seed
    return np.random.default_rng([chosen, zlib.crc32(label.encode())])
