"""Turns the kernel by a quarter where it is square."""

CAUGHT_BY = "test_convolves_rectangles_with_rectangles"
HINT = "half a turn, not a quarter"
TRUE = (
    "rows and columns of the kernel changed places",
)  # a quarter turn does that too


def convolve_valid(x, h):
    """True convolution (kernel flipped along both axes), kernel wholly inside x.

    x: (H, W), any real type.  h: (K, M) with K <= H and M <= W.

    Returns y as floats, shape (H - K + 1, W - M + 1).
    """
    (H, W), (K, M) = x.shape, h.shape
    # Flip the kernel, then fill y, with as many loops as you like: about five lines.
    flipped = np.rot90(h) if K == M else h[::-1, ::-1]
    y = np.zeros((H - K + 1, W - M + 1))
    for m in range(H - K + 1):
        for n in range(W - M + 1):
            y[m, n] = np.sum(flipped * x[m : m + K, n : n + M])
    return y
