"""Fills an array of the image's type, which cuts off fractions."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "lost their fractions"


def conv2d_true(x, h, stride, pad):
    (K, M), framed = h.shape, np.pad(x, pad)
    rows = (framed.shape[0] - K) // stride + 1
    columns = (framed.shape[1] - M) // stride + 1
    y = np.zeros((rows, columns), dtype=x.dtype)
    for m in range(rows):
        for n in range(columns):
            window = framed[m * stride :, n * stride :][:K, :M]
            y[m, n] = np.sum(window * h[::-1, ::-1])
    return y
