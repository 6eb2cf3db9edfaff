"""Entry by entry."""


def noise_moments(X, mu, sigma):
    n, d = X.shape
    second = np.zeros((d, d))
    for j in range(d):
        for k in range(d):
            average = mu**2 + sigma**2 if j == k else mu * mu
            second[j, k] = average * sum(X[i, j] * X[i, k] for i in range(n))
    return X * mu, second
