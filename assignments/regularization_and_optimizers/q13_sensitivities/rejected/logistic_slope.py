"""The slope of the logistic function."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "derivative of tanh?"


def sensitivities(xs, y, weights):
    deltas = [2 * (xs[-1] - y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append(x[1:] * (1 - x[1:]) * (W[1:] @ deltas[-1]))
    return deltas[::-1]
