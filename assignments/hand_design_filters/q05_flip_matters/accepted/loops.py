"""Looks for an entry that differs from its partner."""


def flip_matters(h):
    K, M = h.shape
    for i in range(K):
        for j in range(M):
            if h[i, j] != h[K - 1 - i, M - 1 - j]:
                return True
    return False
