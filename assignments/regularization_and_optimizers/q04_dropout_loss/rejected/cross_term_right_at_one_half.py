"""The cross term with 1 - p; the public examples have 1/2."""

CAUGHT_BY = "test_uses_the_average_mask"
HINT = "not to drop it"


def dropout_loss(X, y, w, p_keep):
    gram = X.T @ X
    second = p_keep**2 * gram + p_keep * (1 - p_keep) * np.diag(np.diag(gram))
    return y @ y - 2 * (1 - p_keep) * (y @ X @ w) + w @ second @ w
