"""b = sigma^2 / 2."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "no half"


def noise_coefficients(mu, sigma):
    return mu, sigma**2 / 2
