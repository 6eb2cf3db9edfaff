"""The network without batch norm."""

from solution import representation_facts

CAUGHT_BY = "test_standardizes_before_phi"
HINT = "not h itself"


def bn_net(x, w1, w2, phi):
    h = w1 * x
    return w2 * phi(h)
