"""Takes the middle of the column for its mean: right for two rows."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
MISCONCEPTION = False


def identity_params(h, eps):
    return np.sqrt(h.var(axis=0) + eps), (h.max(axis=0) + h.min(axis=0)) / 2
