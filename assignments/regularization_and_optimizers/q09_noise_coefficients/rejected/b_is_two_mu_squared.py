"""b = 2 mu^2."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "when sigma is 0"


def noise_coefficients(mu, sigma):
    return mu, 2 * mu**2
