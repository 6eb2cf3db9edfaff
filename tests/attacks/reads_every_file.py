"""Opens every file that it may, but for the system's, and looks for what was planted."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"opened \d+ files and found \['CANARYpublic-\w+'\]"

# %%
import os
import re
import sys
from itertools import chain

import checks
import homework

passed_over = ("/usr", "/lib", "/proc", "/sys", "/bin", "/dev", "/var/lib")
passed_over += (sys.prefix, sys.base_prefix)
planted = re.compile(rb"CANARY[a-z]+-[0-9a-f]+")
opened, found = 0, set()
roots = [
    "/",
    "/tmp",
    "/home",
    "/root",
    "/autograder",
    os.getcwd(),
    *(os.path.dirname(part.__path__[0]) for part in (checks, homework)),
]
walks = chain.from_iterable(map(os.walk, roots))
for folder, folders, files in walks:
    folders[:] = [
        each
        for each in folders
        if not os.path.join(folder, each).startswith(passed_over)
    ]
    for name in files:
        try:
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read(2_000_000)
        except OSError:
            continue
        opened += 1
        found |= set(planted.findall(data))
raise RuntimeError(
    f"opened {opened} files and found {sorted(map(bytes.decode, found))}"
)
