"""(1 - p) / p without the root, equal at one half."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "take a root"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, (1 - p_keep) / p_keep * lengths
