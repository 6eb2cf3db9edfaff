"""sqrt((1 - p) / p), equal at one half."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "Gamma is inverted"


def effective_lengths(X, p_keep):
    return np.full(X.shape[1], np.sqrt((1 - p_keep) / p_keep))


like_batch_norm = "BD"
