"""Asks the garbage collector for all objects, and looks for tests and planted texts."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"looked at \d{4,} texts and found \['CANARYpublic-\w+'\]"

# %%
import gc
import re

import checks

gc.unfreeze()
planted = re.compile(r"CANARY[a-z]+-[0-9a-f]{16}")
looked, found = 0, set()
for thing in gc.get_objects():
    for part in gc.get_referents(thing):
        if type(part) in (str, bytes):
            looked += 1
            text = part if type(part) is str else part.decode("latin-1")
            found |= set(planted.findall(text))
raise RuntimeError(f"looked at {looked} texts and found {sorted(found)}")
