"""Sleeps in its cell, and blocks all signals meanwhile."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "cell took longer|cell did not end within"

# %%
import signal
import time

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
time.sleep(10_000)
