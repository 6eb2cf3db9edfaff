"""One pixel after another, with a mirror made by hand."""


def mirror(k, size):
    if k < 0:
        return -1 - k
    return 2 * size - 1 - k if k >= size else k


def averaging_filtering(image, n):
    H, W = image.shape
    reach = range(-((n - 1) // 2), n // 2 + 1)
    return [
        [
            sum(
                image[mirror(m + i, H), mirror(k + j, W)] / n**2
                for i in reach
                for j in reach
            )
            for k in range(W)
        ]
        for m in range(H)
    ]
