"""A penalty 4 ||w_tilde||^2, with the data to match: the same problem."""


def effective_data(X, Gamma):
    return 2 * X @ np.linalg.pinv(Gamma)
