"""Leaves row 0 of the matrices out."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "holds the biases"


def forward_pass(x, weights):
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W[1:].T @ xs[-1][1:]
        xs.append(np.append(1.0, np.tanh(s)))
    xs[-1] = s
    return xs
