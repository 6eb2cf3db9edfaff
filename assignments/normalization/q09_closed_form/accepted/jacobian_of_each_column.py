"""The whole Jacobian of a column, as a matrix."""


def bn_gradients(dY, X, gamma, eps):
    N, D = X.shape
    dX, dgamma = np.zeros((N, D)), np.zeros(D)
    for j in range(D):
        centred = X[:, j] - X[:, j].mean()
        total = (centred @ centred) / N + eps
        jacobian = np.eye(N) - 1 / N - np.outer(centred, centred) / (N * total)
        dX[:, j] = gamma[j] / total**0.5 * jacobian @ dY[:, j]
        dgamma[j] = dY[:, j] @ centred / total**0.5
    return dX, dgamma, dY.sum(axis=0)
