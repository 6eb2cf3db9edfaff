"""Chooses C."""

CAUGHT_BY = "test_names_the_right_property"
HINT = "are they the same numbers"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "C"
systems_with_it = "ADF"
