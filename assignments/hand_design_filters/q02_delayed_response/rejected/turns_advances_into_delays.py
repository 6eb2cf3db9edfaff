"""Takes the size of N and forgets its sign."""

CAUGHT_BY = "test_follows_every_delay"
HINT = "a negative N is an advance"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - abs(N), L, a)


delay_property = "B"
systems_with_it = "ADF"
