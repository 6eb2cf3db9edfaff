"""Penalizes all weights alike."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "squared length of its column"


def dropout_loss(X, y, w, p_keep):
    return np.sum((y - p_keep * X @ w) ** 2) + p_keep * (1 - p_keep) * np.sum(w**2)
