"""Works for N = 5 only."""

CAUGHT_BY = "test_follows_every_delay"
HINT = "whatever its value"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - 5, L, a)


delay_property = "B"
systems_with_it = "ADF"
