"""Number by number."""


def bn_gradients(dY, X, gamma, eps):
    N, D = X.shape
    dX = [[0.0] * D for _ in range(N)]
    dgamma, dbeta = [0.0] * D, [0.0] * D
    for j in range(D):
        mu = sum(X[i, j] for i in range(N)) / N
        root = (sum((X[i, j] - mu) ** 2 for i in range(N)) / N + eps) ** 0.5
        for i in range(N):
            dgamma[j] += dY[i, j] * (X[i, j] - mu) / root
            dbeta[j] += dY[i, j]
        for i in range(N):
            part = N * dY[i, j] - dbeta[j] - (X[i, j] - mu) / root * dgamma[j]
            dX[i][j] = gamma[j] * part / (N * root)
    return dX, dgamma, dbeta
