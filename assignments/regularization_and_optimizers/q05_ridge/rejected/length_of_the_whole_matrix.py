"""One length for all of X."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "one number for each column of X"


def to_ridge(X, w_tilde, p_keep):
    strength = np.sqrt((1 - p_keep) / p_keep)
    return p_keep * w_tilde, strength * np.linalg.norm(X)
