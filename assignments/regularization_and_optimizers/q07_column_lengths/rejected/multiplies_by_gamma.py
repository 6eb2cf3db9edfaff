"""The lengths of the columns of X Gamma."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "multiplied or divided"


def effective_lengths(X, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return np.sqrt((1 - p_keep) / p_keep) * lengths**2


like_batch_norm = "BD"
