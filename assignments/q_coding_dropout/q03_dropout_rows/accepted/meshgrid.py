"""All masks from a grid; least squares by QR; plain sums."""


def dropout_rows(x, y):
    grids = np.meshgrid(*[(0, 2 * value) for value in x])
    rows = [grid.ravel() for grid in grids]
    return np.transpose(rows), [y] * 2 ** len(x)


def mean_squared_error(X, Y, w):
    return sum((row @ w - goal) ** 2 for row, goal in zip(X, Y)) / len(X)


def fit_rows(X, Y, x, y):
    basis, triangle = np.linalg.qr(X)
    w = np.linalg.solve(triangle, basis.T @ Y)
    return w, mean_squared_error(X, Y, w), mean_squared_error([x], [y], w)
