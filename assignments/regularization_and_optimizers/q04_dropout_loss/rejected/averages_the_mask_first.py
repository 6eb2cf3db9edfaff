"""The loss of the average mask: no penalty."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "not p_keep squared"


def dropout_loss(X, y, w, p_keep):
    return np.sum((y - p_keep * X @ w) ** 2)
