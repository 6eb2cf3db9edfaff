"""Lifts the limit of recursion, and runs out of stack."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "ended its process|RecursionError|MemoryError|longer"

# %%
import sys

sys.setrecursionlimit(10**7)


def dropout_backward(dout, cache):
    return dropout_backward([dout], cache)
