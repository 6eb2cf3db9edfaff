"""Delays both signals."""

CAUGHT_BY = "test_starts_five_steps_later"
HINT = "the filter stays"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - 2 * N, L, a)


delay_property = "B"
systems_with_it = "ADF"
