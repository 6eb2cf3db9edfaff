"""Number by number."""


def bn_net(x, w1, w2, phi):
    h = [w1 * value for value in x]
    mean = sum(h) / len(h)
    sigma = (sum((value - mean) ** 2 for value in h) / (len(h) - 1)) ** 0.5
    return [w2 * phi((value - mean) / sigma) for value in h]


representation_facts = "e d a"
