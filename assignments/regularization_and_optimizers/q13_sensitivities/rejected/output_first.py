"""Returns the list from the output to the input."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "begins with layer 1"


def sensitivities(xs, y, weights):
    deltas = [2 * (xs[-1] - y)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x[1:] ** 2) * (W[1:] @ deltas[-1]))
    return deltas
