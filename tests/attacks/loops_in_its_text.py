"""Fails with errors whose text never ends, is no text, or is full of escape codes."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "longer than|did not end within"


# %%
class Endless(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def dropout_backward(dout, cache):
    raise Endless
