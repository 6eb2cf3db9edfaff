"""The length is known without any X."""


def effective_lengths(X, p_keep):
    return np.full(X.shape[1], np.sqrt(p_keep / (1 - p_keep)))


like_batch_norm = "BD"
