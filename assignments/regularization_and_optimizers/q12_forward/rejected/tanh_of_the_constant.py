"""Sends the constant through tanh too."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "it has no signal"


def forward_pass(x, weights):
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W.T @ xs[-1]
        xs.append(np.tanh(np.append(1.0, s)))
    xs[-1] = s
    return xs
