"""Adds each output's share by loops."""


def gradient_by_matrix(A, dy):
    dx = np.zeros(A.shape[1])
    for m in range(A.shape[0]):
        for n in range(A.shape[1]):
            dx[n] += A[m, n] * dy[m]
    return dx


def gradient_by_convolution(dy, w):
    C_out, C_in, K = w.shape
    dx = np.zeros((C_in, dy.shape[1] + K - 1))
    for o in range(C_out):
        for start in range(dy.shape[1]):
            dx[:, start : start + K] += dy[o, start] * w[o]
    return dx
