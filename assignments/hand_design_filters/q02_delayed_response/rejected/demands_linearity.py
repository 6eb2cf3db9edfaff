"""Takes only the linear ones for time invariant."""

CAUGHT_BY = "test_names_the_right_systems"
HINT = "does not ask for linearity"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - N, L, a)


delay_property = "B"
systems_with_it = "A"
