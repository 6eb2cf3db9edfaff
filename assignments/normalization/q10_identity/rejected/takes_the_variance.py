"""The variance without eps."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "divides by a root"


def identity_params(h, eps):
    return h.var(axis=0), h.mean(axis=0)
