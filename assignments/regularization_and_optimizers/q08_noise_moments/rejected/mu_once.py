"""mu in the place of its square off the diagonal, equal at mu = 1."""

CAUGHT_BY = "test_averages_the_products"
HINT = "uses mu twice"


def noise_moments(X, mu, sigma):
    gram = X.T @ X
    only = np.diag(np.diag(gram))
    return mu * X, mu * (gram - only) + (mu**2 + sigma**2) * only
