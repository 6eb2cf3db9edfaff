"""Returns nan for n = 1."""

from solution import demean_backward

CAUGHT_BY = "test_one_example_alone"
HINT = "can y_1 change"


def demean_backward(dy, gamma):
    return gamma * (dy - dy.mean()) if len(dy) > 1 else dy * np.nan
