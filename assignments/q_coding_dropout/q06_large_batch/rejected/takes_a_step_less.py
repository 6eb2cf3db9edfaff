"""Counts one step too few."""

CAUGHT_BY = "test_takes_many_steps"
HINT = "count the steps again"
TRUE = ("count the steps",)

from solution import large_batch


def average_descent(X, Y, learning_rate, steps):
    w = np.zeros(X.shape[1])
    for _ in range(1, steps):
        w = w - learning_rate * 2 / len(X) * X.T @ (X @ w - Y)
    return w
