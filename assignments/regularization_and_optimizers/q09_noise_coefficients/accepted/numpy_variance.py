"""np.mean and np.var of a noise of two values."""


def noise_coefficients(mu, sigma):
    values = np.array([mu - sigma, mu + sigma])
    return np.mean(values), np.var(values)
