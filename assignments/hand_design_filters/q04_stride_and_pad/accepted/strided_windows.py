"""Windows of the padded image, thinned out before the product."""


def conv2d_true(x, h, stride, pad):
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, pad), h.shape)
    return np.tensordot(windows[::stride, ::stride], np.flip(h), axes=2)
