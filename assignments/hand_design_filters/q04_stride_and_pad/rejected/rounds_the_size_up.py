"""Takes a last step that leaves the padded image."""

CAUGHT_BY = "test_pads_and_strides_rectangles"
HINT = "round down"


def conv2d_true(x, h, stride, pad):
    (H, W), (K, M) = x.shape, h.shape
    rows, columns = (
        -(-(H + 2 * pad - K) // stride) + 1,
        -(-(W + 2 * pad - M) // stride) + 1,
    )
    if pad:
        x = np.pad(x, ((pad, pad + stride), (pad, pad + stride)))
    y = convolve_valid(x, h)[::stride, ::stride]
    return y[:rows, :columns]
