"""(1 - p)^2 in the penalty; the public examples have 1/2."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "variance of one coin"


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sum((y - p_keep * X @ w) ** 2) + (1 - p_keep) ** 2 * np.sum(
        (lengths * w) ** 2
    )
