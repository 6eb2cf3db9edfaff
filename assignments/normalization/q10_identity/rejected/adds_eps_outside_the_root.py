"""eps next to the standard deviation."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "stands under the root"


def identity_params(h, eps):
    return h.std(axis=0) + eps, h.mean(axis=0)
