"""Adds one diagonal for each tap."""


def toeplitz_matrix(h, D):
    K = len(h)
    rows = D - K + 1
    return sum(h[i] * np.eye(rows, D, k=K - 1 - i) for i in range(K))


def free_params(D, K):
    return [D**2 - D * (K - 1), K]
