"""Replaces w_tilde in the penalty, and reads off the diagonal."""


def to_ridge(X, w_tilde, p_keep):
    w = w_tilde * p_keep
    strength = p_keep * (1 - p_keep) * np.diag(X.T @ X) / p_keep**2
    return w, np.sqrt(strength)
