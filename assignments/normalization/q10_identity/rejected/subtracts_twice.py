"""The wrong sign of beta."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "what must beta do"


def identity_params(h, eps):
    return np.sqrt(h.var(axis=0) + eps), -h.mean(axis=0)
