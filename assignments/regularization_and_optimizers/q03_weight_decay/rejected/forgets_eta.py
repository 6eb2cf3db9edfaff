"""Does not multiply the penalty's gradient by the step size."""

CAUGHT_BY = "test_takes_the_regularized_step"
HINT = "multiplied by the step size too"


def decay_rate(eta, lam):
    return lam


same_steps = "AD"
