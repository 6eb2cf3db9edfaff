"""Takes the statistics of the rows, as layer norm does."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "each feature has a gamma and a beta of its own"


def identity_params(h, eps):
    return np.sqrt(h.var(axis=1) + eps), h.mean(axis=1)
