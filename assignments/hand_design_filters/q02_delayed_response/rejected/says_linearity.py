"""Chooses A."""

CAUGHT_BY = "test_names_the_right_property"
HINT = "what do you add to what"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "A"
systems_with_it = "ADF"
