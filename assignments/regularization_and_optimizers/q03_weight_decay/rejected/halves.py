"""Differentiates lam / 2 * theta^2 to lam / 2 * theta."""

CAUGHT_BY = "test_takes_the_regularized_step"
HINT = "what becomes of the 2?"


def decay_rate(eta, lam):
    return eta * lam / 2


same_steps = "AD"
