"""Both answers as the rows of one matrix."""


def momentum_step(theta, m, g, eta, beta1):
    rows = np.array([theta, m], dtype=float)
    rows[1] += (1 - beta1) * (g - rows[1])
    rows[0] -= eta * rows[1]
    return rows
