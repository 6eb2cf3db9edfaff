"""A sum of shifted images, divided once."""


def averaging_filtering(image, n):
    H, W = image.shape
    padded = np.pad(image.astype(float), ((n - 1) // 2, n // 2), mode="symmetric")
    total = np.zeros((H, W))
    for i in range(n):
        for j in range(n):
            total += padded[i : i + H, j : j + W]
    return total / n**2
