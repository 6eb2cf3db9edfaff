"""Crashes in each call beside large files, so that each new worker gets a copy."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "ended its process|longer than"

# %%
import os

for number in range(2):
    try:
        with open(f"large{number}", "wb") as file:
            file.write(bytes(4 * 10**6))
    except OSError:
        pass


def dropout_backward(dout, cache):
    os._exit(1)
