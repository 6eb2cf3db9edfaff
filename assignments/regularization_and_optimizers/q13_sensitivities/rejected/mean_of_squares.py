"""The mean over the outputs in the place of the sum; equal for one output."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "not a mean"


def sensitivities(xs, y, weights):
    deltas = [2 * (xs[-1] - y) / len(y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x[1:] ** 2) * (W[1:] @ deltas[-1]))
    return deltas[::-1]
