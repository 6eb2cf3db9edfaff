"""Slides the kernel as it is."""

CAUGHT_BY = "test_agrees_with_convolution"
HINT = "the kernel is flipped here"

from solution import toeplitz_matrix


def toeplitz_matrix(h, D):
    K = len(h)
    W = np.zeros((D - K + 1, D))
    for k in range(D - K + 1):
        W[k, k : k + K] = h
    return W
