"""b = mu (1 - mu), from dropout."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "belongs to a coin"


def noise_coefficients(mu, sigma):
    return mu, mu * (1 - mu)
