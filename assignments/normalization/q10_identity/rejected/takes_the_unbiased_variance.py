"""Divides by N - 1."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "divides by N"


def identity_params(h, eps):
    return np.sqrt(h.var(axis=0, ddof=1) + eps), h.mean(axis=0)
