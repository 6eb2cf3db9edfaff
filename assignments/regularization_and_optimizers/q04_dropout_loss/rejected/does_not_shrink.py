"""Leaves p_keep out of the first norm."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "where is p_keep inside"
TRUE = ("what is the average of the mask",)


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sum((y - X @ w) ** 2) + p_keep * (1 - p_keep) * np.sum((lengths * w) ** 2)
