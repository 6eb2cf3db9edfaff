"""p^2 - p in the place of p - p^2."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "a variance is never negative"


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sum((y - p_keep * X @ w) ** 2) + (p_keep**2 - p_keep) * np.sum(
        (lengths * w) ** 2
    )
