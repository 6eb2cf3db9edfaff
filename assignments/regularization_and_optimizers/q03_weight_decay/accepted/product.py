"""The product, with the letters as a set."""


def decay_rate(eta, lam):
    return np.multiply(eta, lam)


same_steps = {"D", "A"}
