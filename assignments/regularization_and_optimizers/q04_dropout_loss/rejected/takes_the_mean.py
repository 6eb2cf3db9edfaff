"""The mean over rows in the place of the sum."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "not a mean"


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return (
        np.sum((y - p_keep * X @ w) ** 2)
        + p_keep * (1 - p_keep) * np.sum((lengths * w) ** 2)
    ) / len(y)
