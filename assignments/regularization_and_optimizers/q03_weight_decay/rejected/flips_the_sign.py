"""Grows the weights."""

CAUGHT_BY = "test_takes_the_regularized_step"
HINT = "towards 0 or push it away"


def decay_rate(eta, lam):
    return -eta * lam


same_steps = "AD"
