"""np.diff twice along each axis; one repeated pixel is a mirror of width one."""


def edge_detecting(image):
    p = np.pad(np.array(image, dtype=float), 1, mode="edge")
    return np.diff(p, 2, axis=0)[:, 1:-1] + np.diff(p, n=2, axis=1)[1:-1]
