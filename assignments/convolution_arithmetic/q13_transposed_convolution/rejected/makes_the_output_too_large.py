"""Adds a kernel to H strides, so the last rows and columns stay empty."""

CAUGHT_BY = "test_adds_overlapping_stamps"
HINT = "where does that stamp begin"


def conv_transpose2d(x, w, stride):
    (H, W), (K_H, K_W) = x.shape, w.shape
    out = np.zeros((H * stride + K_H, W * stride + K_W))
    for i in range(H):
        for j in range(W):
            top, left = i * stride, j * stride
            out[top : top + K_H, left : left + K_W] += x[i, j] * w
    return out
