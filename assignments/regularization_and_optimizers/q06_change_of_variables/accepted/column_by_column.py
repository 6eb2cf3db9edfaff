"""Column j is the prediction for the j-th unit vector."""


def effective_data(X, Gamma):
    columns = []
    for unit in np.eye(len(Gamma)):
        w = np.linalg.solve(Gamma, unit)
        columns.append(X @ w)
    return np.stack(columns, axis=1)
