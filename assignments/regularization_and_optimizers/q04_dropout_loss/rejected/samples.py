"""The average over 2000 random masks."""

CAUGHT_BY = "test_adds_the_variance"
HINT = "over some masks"


def dropout_loss(X, y, w, p_keep):
    masks = np.random.default_rng(0).random((2000, *X.shape)) < p_keep
    return np.mean(np.sum((y - (masks * X) @ w) ** 2, axis=1))
