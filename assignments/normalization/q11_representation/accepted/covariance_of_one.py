"""The variance as a covariance of h with itself, and phi mapped over the batch."""

representation_facts = "A, D, E"


def bn_net(x, w1, w2, phi):
    h = np.multiply(w1, x)
    z = np.subtract(h, np.average(h)) * np.cov(h) ** -0.5
    return np.array([w2 * float(phi(value)) for value in z])
