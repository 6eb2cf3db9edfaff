"""Reads invariance as: the output stays."""

CAUGHT_BY = "test_follows_every_delay"
HINT = "why should the output stay"
TRUE = ("compare y2 and y at the same n",)


def delayed_response(n, L, a, N):
    return boxcar_exp(n, L, a)


delay_property = "C"
systems_with_it = "ADF"
