"""Pads with zeros, so that D outputs come out."""

CAUGHT_BY = "test_agrees_with_convolution"
HINT = "look at the first row and the last"

from solution import toeplitz_matrix


def toeplitz_matrix(h, D):
    return np.stack([np.convolve(unit, h, "same") for unit in np.eye(D)], axis=1)
