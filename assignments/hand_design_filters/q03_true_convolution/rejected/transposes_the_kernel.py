"""Transposes the kernel instead of flipping it."""

CAUGHT_BY = "test_sees_the_slope_of_a_ramp"
HINT = "changed places"


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    y = np.zeros((H - K + 1, W - M + 1))
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            for i in range(K):
                for j in range(M):
                    y[m, n] += x[m + i, n + j] * h[j % K, i % M]
    return y
