"""sqrt(p (1 - p)): the penalty is still written in w_tilde."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "replace w_tilde"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, np.sqrt(p_keep * (1 - p_keep)) * lengths
