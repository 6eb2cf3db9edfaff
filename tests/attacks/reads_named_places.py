"""Guesses where tests, references, the zip and the handed-in files of others lie."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"tried \d\d+ places, opened \[\]"

# %%
import os
import sys
from pathlib import Path

import checks

release = Path(checks.__file__).parents[2]
names = ["trusted/tests", "trusted/files/references", "tests", "desk", "bn_drop.zip"]
places = [release / name for name in names]
here = Path.cwd()
for above in (here, *here.parents):
    places += [above / name for name in (*names, "references", "hidden", "../desk")]
places += [Path(each) / "references" for each in sys.path if each]
places += [Path("/autograder/source"), Path("/autograder/results"), Path("/root")]
opened = []
for place in places:
    try:
        for path in [place, *place.iterdir()] if place.is_dir() else [place]:
            if path.is_file() and path.read_bytes():
                opened.append(str(path))
    except OSError:
        continue
raise RuntimeError(f"tried {len(places)} places, opened {opened}")
