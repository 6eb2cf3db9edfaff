"""The chain rule as it stands: a sum over all outputs."""


def demean_backward(dy, gamma):
    n = len(dy)
    dx = [0.0] * n
    for i in range(n):
        for j in range(n):
            dx[i] += dy[j] * gamma * ((i == j) - 1 / n)
    return dx
