"""Returns arrays of bools with the byte 2: neither true nor false for some loops."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "another|near|signs"


# %%
def naive_function(x, weigh):
    return np.full(x.shape, 2, np.uint8).view(bool)
