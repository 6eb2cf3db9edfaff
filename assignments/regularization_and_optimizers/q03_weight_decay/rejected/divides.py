"""Divides where it should multiply."""

CAUGHT_BY = "test_takes_the_regularized_step"
HINT = "without a penalty"


def decay_rate(eta, lam):
    return lam / eta


same_steps = "AD"
