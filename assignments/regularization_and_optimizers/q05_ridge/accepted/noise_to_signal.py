"""Standard deviation of a coin over its mean, column by column."""


def to_ridge(X, w_tilde, p_keep):
    noise = np.sqrt(p_keep - p_keep**2) * np.sqrt(np.square(X).sum(axis=0))
    return np.asarray(w_tilde) * p_keep, noise / p_keep
