"""Divides once more."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "undo a division"


def identity_params(h, eps):
    return 1 / np.sqrt(h.var(axis=0) + eps), h.mean(axis=0)
