"""Shifts to the left."""

CAUGHT_BY = "test_follows_every_delay"
HINT = "a delay moves a signal to later indices"


def delayed_response(n, L, a, N):
    return boxcar_exp(n + N, L, a)


delay_property = "B"
systems_with_it = "ADF"
