"""ReLU in the hidden layers."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "pass their signals through tanh"


def forward_pass(x, weights):
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W.T @ xs[-1]
        xs.append(np.append(1.0, np.maximum(s, 0)))
    xs[-1] = s
    return xs
