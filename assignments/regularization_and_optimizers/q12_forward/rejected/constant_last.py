"""The constant 1 at the end."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "comes first"


def forward_pass(x, weights):
    xs = [np.append(x, 1.0)]
    for W in weights:
        s = W.T @ xs[-1]
        xs.append(np.append(np.tanh(s), 1.0))
    xs[-1] = s
    return xs
