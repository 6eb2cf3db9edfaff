"""a = 2 sigma."""

CAUGHT_BY = "test_scales_the_prediction"
HINT = "multiplied by the number mu"


def noise_coefficients(mu, sigma):
    return 2 * sigma, sigma**2
