"""mu^2 + sigma^2 off the diagonal as well."""

CAUGHT_BY = "test_averages_the_products"
HINT = "average of their product"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return mu * X, (mu**2 + sigma**2) * gram
