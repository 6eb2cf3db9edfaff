"""Moves to other control groups, lifts the bounds of its own, and makes new ones."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"wrote \[\]"

# %%
import os
from pathlib import Path

wrote, root = [], Path("/sys/fs/cgroup")
for name in ("memory.max", "memory.limit_in_bytes", "pids.max", "cgroup.procs"):
    for folder in (root, root / "memory", root / "pids", *Path("/sys").glob("fs/*/*")):
        try:
            (folder / name).write_text("0" if name == "cgroup.procs" else "max")
            wrote.append(str(folder / name))
        except OSError:
            continue
try:
    os.mkdir(root / "left-by-an-attack")
    wrote.append("a group")
except OSError:
    pass
raise RuntimeError(f"wrote {wrote}")
