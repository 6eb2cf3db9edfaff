"""Unit by unit."""


def sensitivities(xs, y, weights):
    deltas = [None] * len(weights)
    deltas[-1] = np.array([2 * (a - b) for a, b in zip(xs[-1], y)])
    for k in range(len(weights) - 2, -1, -1):
        width, W = weights[k].shape[1], weights[k + 1]
        deltas[k] = np.zeros(width)
        for i in range(width):
            back = sum(W[i + 1, j] * d for j, d in enumerate(deltas[k + 1]))
            deltas[k][i] = back * (1 - xs[k + 1][i + 1] ** 2)
    return deltas
