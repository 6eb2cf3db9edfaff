"""The standard deviation alone."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "eps is part of"


def identity_params(h, eps):
    return h.std(axis=0), h.mean(axis=0)
