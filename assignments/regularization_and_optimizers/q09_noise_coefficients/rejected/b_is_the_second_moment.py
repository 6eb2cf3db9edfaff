"""b = mu^2 + sigma^2."""

CAUGHT_BY = "test_weighs_the_penalty"
HINT = "already sits in the first norm"


def noise_coefficients(mu, sigma):
    return mu, mu**2 + sigma**2
