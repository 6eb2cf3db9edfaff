"""Chooses D."""

CAUGHT_BY = "test_names_the_right_property"
HINT = "keep their places"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "D"
systems_with_it = "ADF"
