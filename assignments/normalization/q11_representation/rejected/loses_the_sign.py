"""Standardizes x and forgets w1."""

from solution import representation_facts

CAUGHT_BY = "test_standardizes_before_phi"
HINT = "turns x around"


def bn_net(x, w1, w2, phi):
    h = w1 * x
    return w2 * phi((x - x.mean()) / x.std(ddof=1))
