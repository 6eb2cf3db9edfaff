"""No factor 2 at the output."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "brings a factor"


def sensitivities(xs, y, weights):
    deltas = [xs[-1] - y]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x[1:] ** 2) * (W[1:] @ deltas[-1]))
    return deltas[::-1]
