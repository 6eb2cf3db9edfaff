"""A sum of shifted images, one for each entry of the kernel."""


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    for i in range(K):
        for j in range(M):
            y += h[i, j] * x[K - 1 - i : H - i, M - 1 - j : W - j].astype(float)
    return y
