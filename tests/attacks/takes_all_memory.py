"""Takes ten gigabytes of memory, in the cell and in each call."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "MemoryError|longer than"


# %%
def dropout_backward(dout, cache):
    kept = []
    while len(kept) < 100:
        kept.append(np.ones(12_500_000))
