"""Returns a sequence that never ends, each part of it eight megabytes."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "has no attribute|longer than|TypeError|MemoryError"


# %%
class Endless:
    shape = (3, 4)

    def __len__(self):
        return 2**40

    def __getitem__(self, key):
        return np.zeros(10**6)

    def __iter__(self):
        while True:
            yield np.zeros(10**6)


def naive_function(x, weigh):
    return Endless()
