"""gamma = 1 and beta = 0."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "what must beta do"


def identity_params(h, eps):
    return np.ones(h.shape[1]), np.zeros(h.shape[1])
