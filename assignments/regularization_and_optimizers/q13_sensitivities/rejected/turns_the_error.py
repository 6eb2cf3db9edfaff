"""y minus the output."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "check the sign"


def sensitivities(xs, y, weights):
    deltas = [2 * (y - xs[-1])]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x[1:] ** 2) * (W[1:] @ deltas[-1]))
    return deltas[::-1]
