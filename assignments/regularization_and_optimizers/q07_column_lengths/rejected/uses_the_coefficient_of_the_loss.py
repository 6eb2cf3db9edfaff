"""Takes the root of p (1 - p) for the strength of Gamma."""

CAUGHT_BY = "test_measures_the_columns"
HINT = "which Gamma has Question 5"


def effective_lengths(X, p_keep):
    gamma = np.sqrt(p_keep * (1 - p_keep)) * np.linalg.norm(X, axis=0)
    return np.linalg.norm(X / gamma, axis=0)


like_batch_norm = "BD"
