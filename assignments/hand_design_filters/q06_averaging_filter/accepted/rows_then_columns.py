"""First along the rows, then along the columns: the kernel is a product."""


def averaging_filtering(image, n):
    padded = np.pad(np.asarray(image, float), ((n - 1) // 2, n // 2), "symmetric")
    along_rows = convolve_valid(padded, np.ones((1, n)) / n)
    return convolve_valid(along_rows, np.ones((n, 1)) / n)
