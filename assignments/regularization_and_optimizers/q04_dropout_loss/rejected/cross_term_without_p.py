"""Expands the square, and forgets the average in the cross term."""

CAUGHT_BY = "test_uses_the_average_mask"
HINT = "y meets the average prediction"


def dropout_loss(X, y, w, p_keep):
    gram = X.T @ X
    second = p_keep**2 * gram + p_keep * (1 - p_keep) * np.diag(np.diag(gram))
    return y @ y - 2 * (y @ X @ w) + w @ second @ w
