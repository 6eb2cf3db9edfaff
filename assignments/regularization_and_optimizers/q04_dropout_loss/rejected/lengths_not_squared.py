"""Weighs the squared weights by the bare lengths."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "squared length of its column"


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sum((y - p_keep * X @ w) ** 2) + p_keep * (1 - p_keep) * np.sum(
        lengths * w**2
    )
