"""The norm of the matrix times the norm of w."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "each column on its own"


def dropout_loss(X, y, w, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sum((y - p_keep * X @ w) ** 2) + p_keep * (1 - p_keep) * np.sum(
        lengths**2
    ) * np.sum(w**2)
