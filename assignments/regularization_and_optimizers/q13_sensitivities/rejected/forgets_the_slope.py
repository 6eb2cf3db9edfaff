"""No slope of tanh."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "where is its slope"


def sensitivities(xs, y, weights):
    deltas = [2 * (xs[-1] - y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append(W[1:] @ deltas[-1])
    return deltas[::-1]
