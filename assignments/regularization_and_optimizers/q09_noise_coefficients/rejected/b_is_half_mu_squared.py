"""b = mu^2 / 2."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "when sigma is 0"


def noise_coefficients(mu, sigma):
    return mu, mu**2 / 2
