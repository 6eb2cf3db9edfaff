"""Back through the graph, one node after another."""


def bn_gradients(dY, X, gamma, eps):
    N = X.shape[0]
    mu = X.sum(axis=0) / N
    sigma2 = ((X - mu) ** 2).sum(axis=0) / N
    Z = (X - mu) / np.sqrt(sigma2 + eps)
    dZ = dY * gamma
    dsigma2 = np.sum(dZ * (X - mu) * -0.5 * (sigma2 + eps) ** -1.5, axis=0)
    dmu = -np.sum(dZ, axis=0) / np.sqrt(sigma2 + eps)
    dmu += dsigma2 * -2 * np.mean(X - mu, axis=0)
    dX = dZ / np.sqrt(sigma2 + eps) + dsigma2 * 2 * (X - mu) / N + dmu / N
    return dX, np.sum(dY * Z, axis=0), np.sum(dY, axis=0)
