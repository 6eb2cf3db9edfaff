"""Reads the masks off the binary digits of a counter; normal equations."""


def dropout_rows(x, y):
    rows = []
    for number in range(2 ** len(x)):
        rows.append([2 * x[j] * (number >> j & 1) for j in range(len(x))])
    return np.array(rows), np.array([y] * len(rows))


def fit_rows(X, Y, x, y):
    w = np.linalg.solve(X.T @ X, X.T @ Y)
    return w, sum((X @ w - Y) ** 2) / len(Y), (np.dot(x, w) - y) ** 2
