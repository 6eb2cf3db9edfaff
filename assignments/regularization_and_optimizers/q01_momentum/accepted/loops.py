"""One entry at a time, in plain Python; returns a list."""


def momentum_step(theta, m, g, eta, beta1):
    means, moved = [], []
    for old, mean, gradient in zip(theta, m, np.broadcast_to(g, np.shape(theta))):
        mean = beta1 * mean + (1 - beta1) * gradient
        means.append(mean)
        moved.append(old - eta * mean)
    return [np.array(moved), np.array(means)]
