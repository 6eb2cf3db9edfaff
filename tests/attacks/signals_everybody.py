"""Kills, stops and interrupts its parent, its group, and every process that it may."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = "ended its process|signalled"

# %%
import os
import signal

alone = os.getpid() < 10  # in a process tree of its own
targets = (os.getppid(), 1, 0, -1) if alone else (os.getppid(),)
for number in (signal.SIGALRM, signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
    for process in targets:
        if process or number != signal.SIGSTOP:
            try:
                os.kill(process, number)
            except OSError:
                pass
raise RuntimeError("signalled everybody")
