"""The lengths of the columns of X."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "before it is divided"


def effective_lengths(X, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return lengths


like_batch_norm = "BD"
