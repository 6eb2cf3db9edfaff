"""Ignores the argument phi."""

from solution import representation_facts

CAUGHT_BY = "test_standardizes_before_phi"
HINT = "phi is an argument"


def bn_net(x, w1, w2, phi):
    h = w1 * x
    return w2 * np.tanh((h - h.mean()) / h.std(ddof=1))
