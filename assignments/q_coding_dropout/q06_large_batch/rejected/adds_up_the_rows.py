"""Forgets to divide by the number of rows."""

CAUGHT_BY = "test_takes_many_steps"
HINT = "their mean"
TRUE = ("the loss is the mean of the rows",)

from solution import large_batch


def average_descent(X, Y, learning_rate, steps):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - learning_rate * 2 * X.T @ (X @ w - Y)
    return w
