"""Prints a hundred megabytes and more, to both streams and past Python."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "printed 100 MB"

# %%
import os
import sys

for _ in range(50):
    print("x" * 10**6)
    print("y" * 10**6, file=sys.stderr)
    os.write(1, b"z" * 10**6)
raise RuntimeError("printed 100 MB")
