"""Solves the equations by hand: all contributions are equal."""


def w_of_p(x, y, p_drop):
    if p_drop == 0:
        return np.linalg.pinv(x[None, :])[:, 0] * y
    return y * (1 - p_drop) / (len(x) * (1 - p_drop) + p_drop) / x


why_jump = ["B"]
