"""Returns w_tilde."""

CAUGHT_BY = "test_translates_the_weights"
HINT = "not the same"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return w_tilde, np.sqrt((1 - p_keep) / p_keep) * lengths
