"""Flips the kernel first."""

CAUGHT_BY = "test_adds_overlapping_stamps"
HINT = "not flipped"


def conv_transpose2d(x, w, stride):
    w = w[::-1, ::-1]
    (H, W), (K_H, K_W) = x.shape, w.shape
    out = np.zeros(((H - 1) * stride + K_H, (W - 1) * stride + K_W))
    for i in range(H):
        for j in range(W):
            top, left = i * stride, j * stride
            out[top : top + K_H, left : left + K_W] += x[i, j] * w
    return out
