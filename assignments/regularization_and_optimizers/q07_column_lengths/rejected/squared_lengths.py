"""p / (1 - p), without the root."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "root of a sum of squares"


def effective_lengths(X, p_keep):
    return np.full(X.shape[1], p_keep / (1 - p_keep))


like_batch_norm = "BD"
