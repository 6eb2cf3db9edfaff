"""sigma in the place of its square, equal at sigma = 1."""

CAUGHT_BY = "test_averages_the_products"
HINT = "standard deviation"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return mu * X, mu**2 * gram + sigma * only
