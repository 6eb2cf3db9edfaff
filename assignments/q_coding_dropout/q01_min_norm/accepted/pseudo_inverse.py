"""Multiplies with the pseudo-inverse."""


def min_norm(X, y):
    return np.linalg.pinv(X) @ y
