"""One gamma and one beta for all features."""

from solution import identity_facts

CAUGHT_BY = "test_batch_norm_returns_its_input"
HINT = "of its own"


def identity_params(h, eps):
    return [np.sqrt(h.var() + eps)], [h.mean()]
