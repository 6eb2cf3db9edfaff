"""Averages over noise of two values with the same mean and variance."""


def noise_moments(X, mu, sigma):
    mean = (X * (mu + sigma) + X * (mu - sigma)) / 2
    spread = X * sigma
    return mean, mean.T @ mean + np.diag((spread**2).sum(axis=0))
