"""np.roll brings the end back to the start."""

CAUGHT_BY = "test_starts_five_steps_later"
HINT = "must not come back in"


def delayed_response(n, L, a, N):
    return np.roll(boxcar_exp(n, L, a), N)


delay_property = "B"
systems_with_it = "ADF"
