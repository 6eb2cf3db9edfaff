"""Expands the square and averages P and P^T P."""


def dropout_loss(X, y, w, p_keep):
    gram = X.T @ X
    second = np.where(np.eye(len(w)), p_keep * gram, p_keep**2 * gram)
    return y @ y - 2 * p_keep * (y @ X @ w) + w @ second @ w
