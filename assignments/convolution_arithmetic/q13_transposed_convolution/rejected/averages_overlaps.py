"""Divides by the number of stamps at each place."""

CAUGHT_BY = "test_adds_overlapping_stamps"
HINT = "not averaged"


def conv_transpose2d(x, w, stride):
    (H, W), (K_H, K_W) = x.shape, w.shape
    out = np.zeros(((H - 1) * stride + K_H, (W - 1) * stride + K_W))
    count = np.zeros(out.shape)
    for i in range(H):
        for j in range(W):
            place = np.s_[i * stride : i * stride + K_H, j * stride : j * stride + K_W]
            out[place] += x[i, j] * w
            count[place] += 1
    return out / np.maximum(count, 1)
