"""The averages of the products of the noise as a matrix."""


def noise_moments(X, mu, sigma):
    d = X.shape[1]
    products = np.full((d, d), mu**2) + sigma**2 * np.eye(d)
    return np.multiply(mu, X), products * (X.T @ X)
