"""Treats p_keep as the probability to drop; the public example has 1/2."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "not to drop it"


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sum((y - (1 - p_keep) * X @ w) ** 2) + p_keep * (1 - p_keep) * np.sum(
        (lengths * w) ** 2
    )
