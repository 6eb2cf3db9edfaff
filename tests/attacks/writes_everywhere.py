"""Writes into tests, results, the engine's code, Python's folder and all that it sees."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"wrote \[\], tried \d\d+"

# %%
import os
import sys
from pathlib import Path

import checks
import homework.grading.wire.peer as peer_module

release = Path(checks.__file__).parents[1]
places = [release, release / "checks", release.parent, release.parent / "trusted/tests"]
places += [
    Path(peer_module.__file__).parent,
    Path(os.__file__).parent,
    Path(np.__file__).parent,
]
places += [
    Path(p)
    for p in ("/tmp", "/var/tmp", "/dev", "/etc", "/usr/lib", "/autograder/results")
]
places += [Path.home().parent, Path.cwd().parent, Path.cwd().parent.parent / "desk"]
wrote, mine = [], Path.cwd()
for place in places:
    for path in (place / "left-by-an-attack.py", *list(place.glob("*.py"))[:2]):
        try:
            if mine not in path.parents:
                path.write_text("raise SystemExit")
                wrote.append(str(path))
        except OSError:
            pass
raise RuntimeError(f"wrote {wrote}, tried {len(places)}")
