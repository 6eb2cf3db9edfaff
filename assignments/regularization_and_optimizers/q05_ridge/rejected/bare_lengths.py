"""The matrix of Question 4, equal at one half."""

CAUGHT_BY = "test_finds_the_penalty"
HINT = "belongs into Gamma"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return p_keep * w_tilde, lengths
