"""Sends a sensitivity back into the constant 1."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "passes nothing back"


def sensitivities(xs, y, weights):
    deltas = [2 * (xs[-1] - y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x**2) * (W @ deltas[-1][-W.shape[1] :]))
    return deltas[::-1]
