"""b = 2 sigma^2."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "factor 2 is too much"


def noise_coefficients(mu, sigma):
    return mu, 2 * sigma**2
