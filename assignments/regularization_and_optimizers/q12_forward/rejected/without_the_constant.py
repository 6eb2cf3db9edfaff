"""Returns the layers without the constant 1."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "starts with the constant 1"


def forward_pass(x, weights):
    xs = [x]
    for W in weights:
        s = W[0] + W[1:].T @ xs[-1]
        xs.append(np.tanh(s))
    xs[-1] = s
    return xs
