"""np.average for both means, np.divide for the step."""


def adam_step(theta, m, v, g, eta, beta1, beta2):
    def mean(old, new, beta):
        return np.average([old, new], axis=0, weights=[beta, 1 - beta])

    g = np.broadcast_to(g, theta.shape)
    m, v = mean(m, g, beta1), mean(v, np.square(g), beta2)
    return theta - np.divide(eta * m, np.sqrt(v)), m, v
