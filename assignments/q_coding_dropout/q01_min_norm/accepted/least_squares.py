"""Lets lstsq find the shortest least-squares solution."""


def min_norm(X, y):
    return np.linalg.lstsq(X, y, rcond=None)[0]
