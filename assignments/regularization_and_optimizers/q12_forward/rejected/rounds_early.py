"""Rounds every layer to two digits."""

CAUGHT_BY = "test_gives_every_layer"
HINT = "carry full precision"


def forward_pass(x, weights):
    xs = [np.append(1.0, x)]
    for W in weights:
        s = W.T @ xs[-1]
        xs.append(np.append(1.0, np.tanh(s)).round(2))
    xs[-1] = s
    return xs
