"""The variance as E[r^2] - E[r]^2."""


def noise_coefficients(mu, sigma):
    second = mu**2 + sigma**2
    return float(mu), second - mu**2
