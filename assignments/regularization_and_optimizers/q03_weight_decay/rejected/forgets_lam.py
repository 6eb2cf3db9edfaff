"""Returns the step size."""

CAUGHT_BY = "test_takes_the_regularized_step"
HINT = "should grow with lam"


def decay_rate(eta, lam):
    return eta


same_steps = "AD"
