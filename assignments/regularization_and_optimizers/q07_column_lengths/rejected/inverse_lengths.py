"""One over the lengths of the columns of X."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "its length is not 1"


def effective_lengths(X, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return 1 / lengths


like_batch_norm = "BD"
