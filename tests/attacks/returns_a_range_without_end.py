"""Returns ranges that are longer than anybody can look through, and empty giants."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "Error|too long|nonsense"

# %%
kinds = [
    lambda x: range(10**15),
    lambda x: np.zeros((0, 3), "U300000000"),
    lambda x: [range(2**60)] * 3,
    lambda x: {range(10**12): range(10**12)},
]


def naive_function(x, weigh):
    kinds.append(kinds.pop(0))
    return kinds[-1](x)
