"""Writes h[2], h[1], h[0] as in the example."""

CAUGHT_BY = "test_agrees_with_convolution"
MISCONCEPTION = False

from solution import toeplitz_matrix


def toeplitz_matrix(h, D):
    W = np.zeros((D - len(h) + 1, D))
    for k in range(len(W)):
        W[k, k : k + 3] = h[2], h[1], h[0]
    return W
