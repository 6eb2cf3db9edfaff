"""Adds the gradient."""

CAUGHT_BY = "test_takes_one_step"
HINT = "points uphill"

from solution import large_batch


def average_descent(X, Y, learning_rate, steps):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w + learning_rate * 2 / len(X) * X.T @ (X @ w - Y)
    return w
