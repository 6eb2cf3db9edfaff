"""Returns b first."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "a comes first"
TRUE = ("if X were multiplied by the number mu",)


def noise_coefficients(mu, sigma):
    return sigma**2, mu
