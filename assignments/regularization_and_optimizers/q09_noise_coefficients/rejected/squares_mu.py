"""a = mu^2, equal in both examples."""

CAUGHT_BY = "test_scales_the_prediction"
HINT = "multiplied by the number mu"


def noise_coefficients(mu, sigma):
    return mu**2, sigma**2
