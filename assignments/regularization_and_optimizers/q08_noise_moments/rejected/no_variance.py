"""E[r^2] = mu^2."""

CAUGHT_BY = "test_averages_the_products"
HINT = "not the square of"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return mu * X, mu**2 * gram
