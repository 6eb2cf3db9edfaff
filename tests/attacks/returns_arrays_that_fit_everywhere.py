"""Returns arrays of no shape, of one number and of strides that repeat one number."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "another|near|shape"

# %%
answers = [
    np.array(np.nan),
    np.lib.stride_tricks.as_strided(np.zeros(1), (3, 4), (0, 0)),
    np.broadcast_to(np.inf, (3, 4)),
    np.zeros((3, 0, 4)),
    np.zeros((1,) * 20),
]


def naive_function(x, weigh):
    answers.append(answers.pop(0))
    return answers[-1]
