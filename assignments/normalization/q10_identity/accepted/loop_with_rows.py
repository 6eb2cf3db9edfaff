"""Column by column, and parameters of shape (1, D)."""


def identity_params(h, eps):
    gamma, beta = np.zeros((1, h.shape[1])), np.zeros((1, h.shape[1]))
    for column in range(h.shape[1]):
        mean = sum(h[:, column]) / len(h)
        var = sum((h[:, column] - mean) ** 2) / len(h)
        gamma[0, column], beta[0, column] = (var + eps) ** 0.5, mean
    return gamma, beta


identity_facts = ["F", "E", "A"]
