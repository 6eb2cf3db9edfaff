"""Makes the output stride times as large."""

CAUGHT_BY = "test_is_the_transpose_of_a_convolution"
HINT = "not a whole stride"


def conv_transpose2d(x, w, stride):
    (H, W), (K_H, K_W) = x.shape, w.shape
    out = np.zeros(
        (H * stride + max(K_H - stride, 0), W * stride + max(K_W - stride, 0))
    )
    for i in range(H):
        for j in range(W):
            top, left = i * stride, j * stride
            out[top : top + K_H, left : left + K_W] += x[i, j] * w
    return out
