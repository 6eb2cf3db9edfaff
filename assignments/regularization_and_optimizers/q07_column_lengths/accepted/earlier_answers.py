"""Stands on Questions 5 and 6."""


def effective_lengths(X, p_keep):
    _, gamma = to_ridge(X, np.zeros(X.shape[1]), p_keep)
    return np.sqrt((effective_data(X, np.diag(gamma)) ** 2).sum(axis=0))


like_batch_norm = {"B", "D"}
