"""Starts a process that leaves its session by two forks, and outlives the grading."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "left a daemon"

# %%
import os
import signal
from contextlib import suppress

if not os.fork():
    with suppress(PermissionError):
        os.setsid()
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    if not os.fork():
        with suppress(PermissionError):
            os.setsid()
        os.execv("/bin/sleep", ["/bin/sleep", "98765"])
    os._exit(0)
os.wait()
raise RuntimeError("left a daemon")
