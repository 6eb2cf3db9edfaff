"""Each pixel and its four neighbours; a missing neighbour is the pixel itself."""


def edge_detecting(image):
    H, W = image.shape
    out = np.zeros((H, W))
    for m in range(H):
        for n in range(W):
            for i, j in ((m + 1, n), (m - 1, n), (m, n + 1), (m, n - 1)):
                if 0 <= i < H and 0 <= j < W:
                    out[m, n] += float(image[i, j]) - float(image[m, n])
    return out
