"""The lengths of the rows."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "one number for each column of X"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=1)
    return p_keep * w_tilde, np.sqrt((1 - p_keep) / p_keep) * lengths
