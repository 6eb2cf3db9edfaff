"""E[r^2] = sigma^2."""

CAUGHT_BY = "test_averages_the_products"
HINT = "differ from the variance"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return mu * X, mu**2 * (gram - only) + sigma**2 * only
