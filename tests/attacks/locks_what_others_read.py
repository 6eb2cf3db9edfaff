"""Locks, watches and maps the files that all submissions read."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"held \d+"

# %%
import fcntl
import mmap
import os
from pathlib import Path

import checks

held = []
for path in [*Path(checks.__file__).parent.glob("*.py")][:20]:
    descriptor = os.open(path, os.O_RDONLY)
    for act in (
        lambda one: fcntl.flock(one, fcntl.LOCK_EX | fcntl.LOCK_NB),
        lambda one: fcntl.fcntl(one, fcntl.F_SETLEASE, fcntl.F_WRLCK),
        lambda one: mmap.mmap(one, 0, prot=mmap.PROT_READ),
    ):
        try:
            held.append((act(descriptor), descriptor))
        except (OSError, ValueError):
            continue
raise RuntimeError(f"held {len(held)}")
