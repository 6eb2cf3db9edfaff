"""Entry by entry; the contour by its distance in every direction of the plane."""


def bn_cov(mu, Sigma):
    D = len(mu)
    cov = [
        [Sigma[i, j] / (Sigma[i, i] * Sigma[j, j]) ** 0.5 for j in range(D)]
        for i in range(D)
    ]
    return [0] * D, cov


def contour_points(mean, cov, k, count):
    points, inverse = [], np.linalg.inv(cov)
    for step in range(count):
        angle = 2 * np.pi * step / count
        way = np.array([np.cos(angle), np.sin(angle)])
        points.append(mean + way * k / np.sqrt(way @ inverse @ way))
    return points
