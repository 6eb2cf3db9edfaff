"""Removes each large file while it keeps it open, so that no folder shows it."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = "No space|is not defined|Too many"

# %%
import os
import tempfile
import time

kept = []
for _ in range(60):
    kept.append(tempfile.TemporaryFile(buffering=0))
    kept[-1].write(bytes(20_000_000))
time.sleep(60)
