"""Writes the property in words."""

CAUGHT_BY = "test_names_one_property"
HINT = "should use the letters"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "time invariance"
systems_with_it = "ADF"
