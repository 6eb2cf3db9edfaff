"""sqrt(p (1 - p)) in the place of p (1 - p)."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "its coefficient is a variance"


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    penalty = np.sqrt(p_keep * (1 - p_keep)) * np.sum((lengths * w) ** 2)
    return np.sum((y - p_keep * X @ w) ** 2) + penalty
