"""Follows the first unit of the next layer only; enough in the example."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "add their shares"


def sensitivities(xs, y, weights):
    deltas = [2 * (xs[-1] - y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x[1:] ** 2) * W[1:, 0] * deltas[-1][0])
    return deltas[::-1]
