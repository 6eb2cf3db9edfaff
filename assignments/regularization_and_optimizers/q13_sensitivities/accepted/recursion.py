"""Calls itself on the layers behind the first."""


def sensitivities(xs, y, weights):
    if len(weights) == 1:
        return [2 * (xs[-1] - y)]
    behind = sensitivities(xs[1:], y, weights[1:])
    slope = np.append(0.0, 1 - xs[1][1:] ** 2)
    return [(slope * (weights[1] @ behind[0]))[1:], *behind]
