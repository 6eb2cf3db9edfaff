"""Adds bytes, which start again at 0."""

CAUGHT_BY = "test_keeps_a_flat_image"
HINT = "starts again at 0"


def averaging_filtering(image, n):
    H, W = image.shape
    padded = np.pad(image, ((n - 1) // 2, n // 2), mode="symmetric")
    total = np.zeros((H, W), dtype=image.dtype)
    for i in range(n):
        for j in range(n):
            total += padded[i : i + H, j : j + W]
    return total / n**2
