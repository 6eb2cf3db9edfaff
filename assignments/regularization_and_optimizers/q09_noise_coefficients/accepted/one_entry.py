"""Reads both off the loss of one entry, averaged over two values."""


def noise_coefficients(mu, sigma):
    def loss(y):
        return sum((y - r) ** 2 for r in (mu - sigma, mu + sigma)) / 2

    a = (loss(-1) - loss(1)) / 4
    return a, loss(0) - a**2
