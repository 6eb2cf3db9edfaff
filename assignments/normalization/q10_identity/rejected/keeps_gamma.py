"""gamma = 1, beta = mean."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "that is the layer that standardizes"


def identity_params(h, eps):
    return np.ones(h.shape[1]), h.mean(axis=0)
