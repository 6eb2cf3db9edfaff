"""sqrt(p / (1 - p)), equal at one half."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "upside down"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, np.sqrt(p_keep / (1 - p_keep)) * lengths
