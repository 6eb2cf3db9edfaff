"""Adds bytes (hidden message)."""

CAUGHT_BY = "test_averages_bytes"
HINT = "starts again at 0"


def averaging_filtering(image, n):
    H, W = image.shape
    padded = np.pad(image, ((n - 1) // 2, n // 2), mode="symmetric")
    total = sum(padded[i : i + H, j : j + W] for i in range(n) for j in range(n))
    return total / n**2
