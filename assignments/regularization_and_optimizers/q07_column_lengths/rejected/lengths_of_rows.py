"""Measures along the wrong axis."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "one length for each column"


def effective_lengths(X, p_keep):
    gamma = np.sqrt((1 - p_keep) / p_keep) * np.linalg.norm(X, axis=0)
    return np.linalg.norm(X / gamma, axis=1)


like_batch_norm = "BD"
