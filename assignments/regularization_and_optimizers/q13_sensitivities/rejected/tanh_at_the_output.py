"""A tanh unit at the output."""

CAUGHT_BY = "test_agrees_with_autograd"
HINT = "the output is linear"


def sensitivities(xs, y, weights):
    deltas = [2 * (np.tanh(xs[-1]) - y) * (1 - np.tanh(xs[-1]) ** 2)]
    for W, x in zip(weights[:0:-1], xs[-2:0:-1]):
        deltas.append((1 - x[1:] ** 2) * (W[1:] @ deltas[-1]))
    return deltas[::-1]
