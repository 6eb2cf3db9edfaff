"""Treats every product of masks as one coin."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "two different coins"


def dropout_loss(X, y, w, p_keep):
    return y @ y - 2 * p_keep * (y @ X @ w) + p_keep * np.sum((X @ w) ** 2)
