"""Inverted dropout, which divides the mask by p_keep."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "divides by p_keep nowhere"
TRUE = ("what is the average of the mask",)


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sum((y - X @ w) ** 2) + (1 - p_keep) / p_keep * np.sum((lengths * w) ** 2)
