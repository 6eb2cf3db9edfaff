"""Right for lam * theta^2."""

CAUGHT_BY = "test_takes_the_regularized_step"
HINT = "what becomes of the 1/2?"


def decay_rate(eta, lam):
    return 2 * eta * lam


same_steps = "AD"
