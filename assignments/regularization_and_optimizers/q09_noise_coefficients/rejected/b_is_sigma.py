"""b = sigma, equal in both examples."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "should the coefficient not be one too"


def noise_coefficients(mu, sigma):
    return mu, sigma
