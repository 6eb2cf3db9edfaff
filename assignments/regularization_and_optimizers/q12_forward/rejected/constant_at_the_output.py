"""The constant 1 in the last layer as well."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "needs no constant"


def forward_pass(x, weights):
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W.T @ xs[-1]
        xs.append(np.append(1.0, np.tanh(s)))
    xs[-1] = np.append(1.0, s)
    return xs
