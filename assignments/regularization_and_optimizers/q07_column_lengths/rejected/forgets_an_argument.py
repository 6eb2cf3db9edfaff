"""Calls the function of Question 5 without its second argument."""

CAUGHT_BY = "test_measures_the_columns"
MISCONCEPTION = False


def effective_lengths(X, p_keep):
    _, gamma = to_ridge(X, p_keep)
    return np.linalg.norm(effective_data(X, np.diag(gamma)), axis=0)


like_batch_norm = "BD"
