"""Leaves the nonlinearity out."""

from solution import representation_facts

CAUGHT_BY = "test_standardizes_before_phi"
HINT = "phi is not applied"


def bn_net(x, w1, w2, phi):
    h = w1 * x
    return w2 * (h - h.mean()) / h.std(ddof=1)
