"""Returns a set of three hundred thousand numbers that all have one hash."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "stopped|raised|dx"
ENDLESS = True

# %%
from homework.grading.wire.frames import WRITERS


class Raw(tuple):
    """JSON that goes onto the pipe as it is."""


WRITERS[Raw] = lambda writer, value: list(value)
items = [["i", hex((2**61 - 1) * k)] for k in range(300_000)]


def dropout_backward(dout, cache):
    return Raw(["s", *items])
