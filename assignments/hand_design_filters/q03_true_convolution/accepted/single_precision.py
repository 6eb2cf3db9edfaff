"""Works in float32, as image libraries do."""


def convolve_valid(x, h):
    x, h = x.astype(np.float32), np.flip(h).astype(np.float32)
    rows, columns = x.shape[0] - len(h) + 1, x.shape[1] - len(h[0]) + 1
    y = np.empty((rows, columns), dtype=np.float32)
    for m, n in np.ndindex(rows, columns):
        y[m, n] = np.vdot(x[m : m + len(h), n : n + len(h[0])].copy(), h)
    return y
