"""Works in float32, as image libraries do; a convolution of its own."""


def averaging_filtering(image, n):
    low, high = (n - 1) // 2, n // 2
    framed = np.pad(image.astype(np.float32), (low, high), "symmetric")
    out = np.zeros(image.shape, dtype=np.float32)
    weight = np.float32(1 / (n * n))
    for i in range(n):
        for j in range(n):
            out += weight * framed[i : i + len(image), j : j + len(image[0])]
    return out
