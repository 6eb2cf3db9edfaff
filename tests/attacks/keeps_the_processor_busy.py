"""Leaves busy children behind in a cell, to take the time of all that come after."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "left busy children"

# %%
import os
import time
from contextlib import suppress

for _ in range(10):
    if not os.fork():
        with suppress(OSError):
            os.setsid()
            os.sched_setaffinity(0, range(os.cpu_count()))
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            pass
        os._exit(0)
raise RuntimeError("left busy children")
