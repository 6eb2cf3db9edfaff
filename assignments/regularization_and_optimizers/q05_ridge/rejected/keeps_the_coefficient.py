"""p (1 - p) from the dropout loss."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "in w now"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, p_keep * (1 - p_keep) * lengths
