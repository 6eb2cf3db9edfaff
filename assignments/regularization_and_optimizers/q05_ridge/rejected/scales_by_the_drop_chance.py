"""(1 - p) w_tilde, equal at one half."""

CAUGHT_BY = "test_translates_the_weights"
HINT = "the probability to keep"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=0)
    return (1 - p_keep) * w_tilde, np.sqrt((1 - p_keep) / p_keep) * lengths
