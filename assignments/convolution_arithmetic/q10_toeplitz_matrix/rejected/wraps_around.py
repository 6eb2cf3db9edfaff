"""Fills a circulant matrix with D rows."""

CAUGHT_BY = "test_agrees_with_convolution"
HINT = "none wraps around"

from solution import toeplitz_matrix


def toeplitz_matrix(h, D):
    row = np.zeros(D)
    row[: len(h)] = h[::-1]
    return np.stack([np.roll(row, k) for k in range(D)])
