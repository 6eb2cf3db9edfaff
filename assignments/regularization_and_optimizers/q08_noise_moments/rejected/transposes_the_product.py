"""P P^T in the place of P^T P."""

CAUGHT_BY = "test_averages_the_products"
HINT = "compares the columns"


def noise_moments(X, mu, sigma):
    gram = X @ X.T
    return mu * X, mu**2 * gram + sigma**2 * np.diag(np.diag(gram))
