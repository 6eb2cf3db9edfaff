"""Spreads the input with zeros, pads, and slides the flipped kernel."""


def conv_transpose2d(x, w, stride):
    H, W = x.shape
    spread = np.zeros(((H - 1) * stride + 1, (W - 1) * stride + 1))
    spread[::stride, ::stride] = x
    u, v = w.shape[0] - 1, w.shape[1] - 1
    padded = np.pad(spread, ((u, u), (v, v)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, w.shape)
    return (windows * w[::-1, ::-1]).sum(axis=(2, 3))
