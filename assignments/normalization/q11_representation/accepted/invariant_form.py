"""Uses that only the sign of w1 counts."""


def bn_net(x, w1, w2, phi):
    spread = np.sqrt(np.sum((x - np.mean(x)) ** 2) / (len(x) - 1))
    return w2 * phi(np.sign(w1) * (x - np.mean(x)) / spread)


representation_facts = {"A", "D", "E"}
