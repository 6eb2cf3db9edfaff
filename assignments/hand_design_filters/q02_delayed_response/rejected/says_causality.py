"""Chooses E."""

CAUGHT_BY = "test_names_the_right_property"
HINT = "shows more than that"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "E"
systems_with_it = "ADF"
