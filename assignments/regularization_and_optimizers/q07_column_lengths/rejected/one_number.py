"""One number in the place of one for each column."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "one length for each column"


def effective_lengths(X, p_keep):
    return np.sqrt(p_keep / (1 - p_keep))


like_batch_norm = "BD"
