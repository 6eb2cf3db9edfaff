"""Returns arrays of objects, of records, with huge or backward strides, or not at all."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "another|near|signs|Error"


# %%
class Yes:
    def __eq__(self, other):
        return True


kinds = [
    lambda x: np.full(x.shape, Yes(), object),
    lambda x: np.zeros(x.shape, [("a", float), ("b", object)]),
    lambda x: np.broadcast_to(np.float64(1), (2**20, 2**20)),
    lambda x: np.lib.stride_tricks.as_strided(x[::-1], x.shape, (0, -8)),
    lambda x: np.zeros(x.shape, "S100000"),
    lambda x: np.array([np.nan] * x.size).reshape(x.shape),
    lambda x: np.ma.masked_all(x.shape),
]


def naive_function(x, weigh):
    return kinds.pop()(x) if kinds else None
