"""Both lines as one linear map of the three vectors."""


def momentum_step(theta, m, g, eta, beta1):
    rest = 1 - beta1
    step = np.array([[1, -eta * beta1, -eta * rest], [0, beta1, rest]])
    theta, m = step @ np.stack([theta, m, np.broadcast_to(g, np.shape(theta))])
    return theta, m
