"""Adds 1e-5 under the root."""

from solution import representation_facts

CAUGHT_BY = "test_standardizes_before_phi"
HINT = "no eps"


def bn_net(x, w1, w2, phi):
    h = w1 * x
    return w2 * phi((h - h.mean()) / np.sqrt(h.var(ddof=1) + 1e-5))
