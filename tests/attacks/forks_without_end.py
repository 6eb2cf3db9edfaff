"""Forks until it may not: a bomb that goes off within its limits."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"forked [1-9]\d? times"

# %%
import os
import time

forked = 0
try:
    while forked < 200:
        if not os.fork():
            time.sleep(60)
            os._exit(0)
        forked += 1
except OSError:
    pass
raise RuntimeError(f"forked {forked} times")
