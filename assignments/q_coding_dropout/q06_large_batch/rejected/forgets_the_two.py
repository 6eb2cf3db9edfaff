"""Loses the factor of the square."""

CAUGHT_BY = "test_takes_many_steps"
HINT = "the 2 of the square"

from solution import large_batch


def average_descent(X, Y, learning_rate, steps):
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        w = w - learning_rate / len(X) * X.T @ (X @ w - Y)
    return w
