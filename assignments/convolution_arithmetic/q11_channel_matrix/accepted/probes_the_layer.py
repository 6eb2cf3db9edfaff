"""Applies the given layer to unit signals, column by column."""


def conv1d_matrix(w, length):
    units = np.eye(w.shape[1] * length)
    return np.array([conv1d(u.reshape(-1, length), w).ravel() for u in units]).T
