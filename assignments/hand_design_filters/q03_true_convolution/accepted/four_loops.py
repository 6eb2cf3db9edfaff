"""The sum as it is written, entry by entry."""


def convolve_valid(x, h):
    K, M = h.shape
    rows, columns = x.shape[0] - K + 1, x.shape[1] - M + 1
    y = [[0.0] * columns for _ in range(rows)]
    for m in range(rows):
        for n in range(columns):
            for i in range(K):
                for j in range(M):
                    y[m][n] += float(x[m + K - 1 - i, n + M - 1 - j]) * float(h[i, j])
    return np.array(y)
