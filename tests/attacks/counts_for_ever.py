"""Loops inside a single call of C, where Python sees no signal."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "longer than|did not end within"


# %%
def dropout_backward(dout, cache):
    return sum(range(10**13))
