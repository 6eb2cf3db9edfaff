"""beta first."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "gamma comes first"


def identity_params(h, eps):
    return h.mean(axis=0), np.sqrt(h.var(axis=0) + eps)
