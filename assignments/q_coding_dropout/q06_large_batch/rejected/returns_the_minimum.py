"""Returns the least-squares solution at once."""

CAUGHT_BY = "test_takes_many_steps"
HINT = "has not arrived there"

from solution import large_batch


def average_descent(X, Y, learning_rate, steps):
    return np.linalg.lstsq(X, Y, rcond=None)[0]
