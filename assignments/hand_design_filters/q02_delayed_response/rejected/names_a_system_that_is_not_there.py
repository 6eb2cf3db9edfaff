"""Uses a letter that does not exist."""

CAUGHT_BY = "test_names_some_systems"
HINT = "should use the letters"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "B"
systems_with_it = "ADG"
