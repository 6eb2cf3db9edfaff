"""gamma as a (d, d) matrix."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "the diagonal alone"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, np.diag(np.sqrt((1 - p_keep) / p_keep) * lengths)
