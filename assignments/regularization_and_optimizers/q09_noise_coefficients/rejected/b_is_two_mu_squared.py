"""b = 2 mu^2."""

CAUGHT_BY = "test_weighs_the_penalty"


def noise_coefficients(mu, sigma):
    return mu, 2 * mu**2
