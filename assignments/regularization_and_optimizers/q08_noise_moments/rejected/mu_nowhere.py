"""Leaves mu out of the products, equal at mu = 1."""

CAUGHT_BY = "test_averages_the_products"
HINT = "the average of their product"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return mu * X, gram + sigma**2 * only
