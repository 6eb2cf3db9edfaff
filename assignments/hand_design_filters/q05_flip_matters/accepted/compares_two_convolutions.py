"""Stands on Question 3: convolves with the kernel and with the flipped one."""


def flip_matters(h):
    rows, columns = h.shape
    image = np.zeros((2 * rows - 1, 2 * columns - 1))
    image[rows - 1, columns - 1] = 1.0
    flipped = np.asarray(h)[::-1, ::-1]
    return not np.allclose(convolve_valid(image, h), convolve_valid(image, flipped))
