"""Divides by the bare lengths, equal at one half."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "not the bare lengths"


def effective_lengths(X, p_keep):
    return np.ones(X.shape[1])


like_batch_norm = "BD"
