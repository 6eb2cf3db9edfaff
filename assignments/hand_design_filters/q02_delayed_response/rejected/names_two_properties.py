"""Chooses two letters where one is asked for."""

CAUGHT_BY = "test_names_one_property"
HINT = "names 2"
TRUE = ("only one input is used here",)


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "AB"
systems_with_it = "ADF"
