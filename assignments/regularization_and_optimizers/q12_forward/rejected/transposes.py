"""W x in the place of W^T x."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "mind the transpose"


def forward_pass(x, weights):
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W @ xs[-1]
        xs.append(np.append(1.0, np.tanh(s)))
    xs[-1] = s
    return xs
