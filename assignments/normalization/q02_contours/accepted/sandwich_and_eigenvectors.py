"""The covariance between two diagonal matrices; the contour along eigenvectors."""


def bn_cov(mu, Sigma):
    scale = np.diag(1 / np.sqrt(np.diag(Sigma)))
    return 0 * mu, scale @ Sigma @ scale


def contour_points(mean, cov, k, count):
    values, vectors = np.linalg.eigh(cov)
    angle = np.linspace(-np.pi, np.pi, count)
    circle = np.vstack([np.sin(angle), np.cos(angle)])
    return (mean[:, None] + k * vectors @ (np.sqrt(values)[:, None] * circle)).T
