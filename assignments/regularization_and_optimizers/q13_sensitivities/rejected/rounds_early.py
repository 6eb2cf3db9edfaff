"""Rounds the layers to two digits first."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "carry full precision"


def sensitivities(xs, y, weights):
    xs = [np.round(x, 2) for x in xs]
    deltas = [2 * (xs[-1] - y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x[1:] ** 2) * (W[1:] @ deltas[-1]))
    return deltas[::-1]
