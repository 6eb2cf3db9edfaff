"""Convolves the unit vectors."""


def toeplitz_matrix(h, D):
    return np.array([np.convolve(unit, h, mode="valid") for unit in np.eye(D)]).T


def free_params(D, K):
    return np.ones((D - K + 1, D)).size, K
