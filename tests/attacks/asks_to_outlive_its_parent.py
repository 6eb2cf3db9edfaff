"""Unsets the signal of its parent's end, takes orphans in, and leaves sleepers."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "left sleepers"

# %%
import ctypes
import os
import signal

libc = ctypes.CDLL(None)
for option, value in ((1, 0), (36, 1), (4, 0), (8, 1)):
    libc.prctl(option, value, 0, 0, 0)
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        continue
for _ in range(3):
    if not os.fork():
        if not os.fork():
            libc.prctl(1, 0, 0, 0, 0)
            os.execvp("sleep", ["sleep", "98765"])
        os._exit(0)
raise RuntimeError("left sleepers")
