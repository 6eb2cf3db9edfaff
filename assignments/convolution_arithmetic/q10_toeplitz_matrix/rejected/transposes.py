"""Returns one column for each output."""

CAUGHT_BY = "test_agrees_with_convolution"
HINT = "one row for each output"

from solution import toeplitz_matrix


def toeplitz_matrix(h, D):
    K = len(h)
    W = np.zeros((D, D - K + 1))
    for k in range(D - K + 1):
        W[k : k + K, k] = h[::-1]
    return W
