"""Pads zeros and measures the strided windows."""


def conv_shape(shape, filters, kernel, stride, pad):
    x = np.pad(np.zeros(shape[1:]), pad)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel, kernel))
    return filters, *windows[::stride, ::stride].shape[:2]


def pool_shape(shape, window, stride):
    return conv_shape(shape, shape[0], window, stride, 0)
