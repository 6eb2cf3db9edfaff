"""One number in the place of one for each column."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "should have shape"


def effective_lengths(X, p_keep):
    return np.sqrt(p_keep / (1 - p_keep))


like_batch_norm = "BD"
