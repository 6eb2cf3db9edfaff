"""Waits for no child that ends, until there is no number left for another."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"made \d+ zombies"

# %%
import os
import signal

made = 0
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
try:
    while made < 200:
        if not os.fork():
            os._exit(0)
        made += 1
except OSError:
    pass
raise RuntimeError(f"made {made} zombies")
