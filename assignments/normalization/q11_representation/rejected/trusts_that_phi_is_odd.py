"""Takes the sign of w1 out of phi, which only odd functions allow."""

from solution import representation_facts

CAUGHT_BY = "test_standardizes_before_phi"
HINT = "not every phi is odd"


def bn_net(x, w1, w2, phi):
    return np.sign(w1) * w2 * phi((x - x.mean()) / x.std(ddof=1))
