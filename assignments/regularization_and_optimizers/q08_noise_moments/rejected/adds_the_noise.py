"""Averages X + R."""

CAUGHT_BY = "test_averages_the_data"
HINT = "it is not added"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return mu + X, mu**2 * gram + sigma**2 * only
