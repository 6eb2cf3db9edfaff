"""Writes the full convolution, of D + K - 1 outputs."""

CAUGHT_BY = "test_agrees_with_convolution"
HINT = "look at the first row and the last"

from solution import toeplitz_matrix


def toeplitz_matrix(h, D):
    K = len(h)
    return sum(h[k] * np.eye(D + K - 1, D, k=-k) for k in range(K))
