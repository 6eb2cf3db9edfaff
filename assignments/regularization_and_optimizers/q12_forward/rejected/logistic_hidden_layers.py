"""The logistic function in the hidden layers."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "not the logistic function"


def forward_pass(x, weights):
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W.T @ xs[-1]
        xs.append(np.append(1.0, 1 / (1 + np.exp(-s))))
    xs[-1] = s
    return xs
