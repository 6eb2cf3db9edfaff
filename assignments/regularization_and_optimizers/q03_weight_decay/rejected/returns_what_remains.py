"""Returns 1 - gamma."""

CAUGHT_BY = "test_takes_the_regularized_step"
HINT = "keeps the share"


def decay_rate(eta, lam):
    return 1 - eta * lam


same_steps = "AD"
