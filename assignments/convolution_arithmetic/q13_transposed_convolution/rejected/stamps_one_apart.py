"""Ignores the stride."""

CAUGHT_BY = "test_adds_overlapping_stamps"
HINT = "one stride apart"
TRUE = ("the output ends with the last stamp",)


def conv_transpose2d(x, w, stride):
    (H, W), (K_H, K_W) = x.shape, w.shape
    out = np.zeros((H - 1 + K_H, W - 1 + K_W))
    for i in range(H):
        for j in range(W):
            top, left = i * 1, j * 1
            out[top : top + K_H, left : left + K_W] += x[i, j] * w
    return out
