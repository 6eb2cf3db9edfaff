"""Adds the variance of n plain numbers to the diagonal."""

CAUGHT_BY = "test_averages_the_products"
HINT = "what is their share in it"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    return mu * X, mu**2 * gram + len(X) * sigma**2 * np.eye(X.shape[1])
