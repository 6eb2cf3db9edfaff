"""An upper half and a lower half, joined in the order of a pencil."""


def bn_cov(mu, Sigma):
    variances = np.einsum("ii->i", Sigma)
    scale = np.einsum("i,j->ij", variances, variances) ** -0.5
    return np.zeros(len(mu)), np.multiply(Sigma, scale)


def contour_points(mean, cov, k, count):
    upper = np.linspace(0, np.pi, count // 2, endpoint=False)
    lower = np.linspace(np.pi, 2 * np.pi, count - count // 2, endpoint=False)
    points = []
    for angle in [*upper, *lower]:
        points.append(
            mean + k * np.linalg.cholesky(cov) @ [np.cos(angle), np.sin(angle)]
        )
    return np.array(points)
