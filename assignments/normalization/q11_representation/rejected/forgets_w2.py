"""Leaves w2 out."""

from solution import representation_facts

CAUGHT_BY = "test_standardizes_before_phi"
HINT = "w2 multiplies the output"


def bn_net(x, w1, w2, phi):
    h = w1 * x
    return phi((h - h.mean()) / h.std(ddof=1))
