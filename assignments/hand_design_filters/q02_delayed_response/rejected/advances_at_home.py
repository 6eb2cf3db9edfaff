"""Shifts to the left (public message)."""

CAUGHT_BY = "test_starts_five_steps_later"
HINT = "a delay moves a signal to later indices"


def delayed_response(n, L, a, N):
    return boxcar_exp(n - (-N), L, a)


delay_property = "B"
systems_with_it = "ADF"
