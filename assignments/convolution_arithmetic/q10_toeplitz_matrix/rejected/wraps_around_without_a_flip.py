"""Fills a circulant matrix, kernel not flipped."""

CAUGHT_BY = "test_agrees_with_convolution"
HINT = "none wraps around"

from solution import toeplitz_matrix


def toeplitz_matrix(h, D):
    row = np.zeros(D)
    row[: len(h)] = h
    return np.stack([np.roll(row, k) for k in range(D)])
