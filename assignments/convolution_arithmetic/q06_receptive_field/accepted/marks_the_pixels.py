"""Collects the input pixels as a set of places."""


def receptive_field(layers):
    pixels = {0}
    for kernel, stride in layers[::-1]:
        pixels = {p * stride + k for p in pixels for k in range(kernel)}
    return len(pixels)


def stacked_field(n_layers, kernel):
    row = np.ones(1)
    for _ in range(n_layers):
        row = np.convolve(row, np.ones(kernel))
    return row.size
