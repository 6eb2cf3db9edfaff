"""E[P] = X, equal at mu = 1."""

CAUGHT_BY = "test_averages_the_data"
HINT = "the average of r times it"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return X, mu**2 * gram + sigma**2 * only
