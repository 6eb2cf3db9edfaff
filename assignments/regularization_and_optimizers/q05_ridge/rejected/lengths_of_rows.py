"""The lengths of the rows."""

CAUGHT_BY = "test_gives_the_worked_example"


def to_ridge(X, w_tilde, p_keep):
    lengths = np.linalg.norm(X, axis=1)
    return p_keep * w_tilde, np.sqrt((1 - p_keep) / p_keep) * lengths
