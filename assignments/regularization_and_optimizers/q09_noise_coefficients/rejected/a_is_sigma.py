"""a = sigma."""

CAUGHT_BY = "test_scales_the_prediction"
HINT = "multiplied by the number mu"


def noise_coefficients(mu, sigma):
    return sigma, sigma**2
