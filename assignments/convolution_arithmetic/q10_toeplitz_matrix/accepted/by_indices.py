"""Entry by entry from the formula."""


def toeplitz_matrix(h, D):
    K = len(h)
    return np.array(
        [
            [h[K - 1 + k - j] if 0 <= K - 1 + k - j < K else 0 for j in range(D)]
            for k in range(D - K + 1)
        ]
    )


def free_params(D, K):
    return (D - K + 1) * D, K
