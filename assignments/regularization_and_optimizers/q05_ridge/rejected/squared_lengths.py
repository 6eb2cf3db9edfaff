"""Squared lengths on the diagonal."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "not its squared length"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, np.sqrt((1 - p_keep) / p_keep) * lengths**2
