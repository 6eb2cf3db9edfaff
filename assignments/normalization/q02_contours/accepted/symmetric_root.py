"""The symmetric root of the covariance; bn_cov divides one side at a time."""


def bn_cov(mu, Sigma):
    spread = Sigma.diagonal() ** 0.5
    return mu - mu, Sigma / spread / spread[:, None]


def contour_points(mean, cov, k, count):
    left, values, right = np.linalg.svd(cov)
    root = left @ np.diag(values**0.5) @ right
    around = np.exp(-1j * np.linspace(0, 2 * np.pi, count))
    return np.column_stack([around.real, around.imag]) @ root * k + mean
