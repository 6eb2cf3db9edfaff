"""Dropout as a penalty on each weight: rows below the one row of data."""


def w_of_p(x, y, p_drop):
    penalty = np.sqrt(p_drop / (1 - p_drop)) * np.diag(x)
    rows = np.vstack([x[np.newaxis], penalty])
    return np.linalg.pinv(rows) @ np.r_[y, np.zeros_like(x)]


why_jump = "B"
