"""Returns gamma first."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "w comes first"


def to_ridge(X, w_tilde, p_keep):
    gamma = np.sqrt((1 - p_keep) / p_keep) * np.linalg.norm(X, axis=0)
    return gamma, p_keep * w_tilde
