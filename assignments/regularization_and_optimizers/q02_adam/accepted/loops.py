"""One entry at a time, in plain Python."""


def adam_step(theta, m, v, g, eta, beta1, beta2):
    theta, m, v = theta.copy(), m.copy(), v.copy()
    for i, gradient in enumerate(np.broadcast_to(g, theta.shape)):
        m[i] = beta1 * m[i] + (1 - beta1) * gradient
        v[i] = beta2 * v[i] + (1 - beta2) * gradient * gradient
        theta[i] = theta[i] - eta * m[i] * v[i] ** -0.5
    return theta, m, v
