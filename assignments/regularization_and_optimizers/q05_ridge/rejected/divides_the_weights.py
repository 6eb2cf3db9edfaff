"""w_tilde / p."""

CAUGHT_BY = "test_translates_the_weights"
HINT = "once more"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return w_tilde / p_keep, np.sqrt((1 - p_keep) / p_keep) * lengths
