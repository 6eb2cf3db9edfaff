"""The cross term without its 2."""

CAUGHT_BY = "test_uses_the_average_mask"
HINT = "cross term with a 2"


def dropout_loss(X, y, w, p_keep):
    gram = X.T @ X
    second = p_keep**2 * gram + p_keep * (1 - p_keep) * np.diag(np.diag(gram))
    return y @ y - p_keep * (y @ X @ w) + w @ second @ w
