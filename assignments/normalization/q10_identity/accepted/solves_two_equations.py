"""Solves for gamma and beta from the lowest and the highest entry of each column."""


def identity_params(h, eps):
    x_hat = (h - np.mean(h, axis=0)) / (np.var(h, axis=0) + eps) ** 0.5
    gamma = (h.max(axis=0) - h.min(axis=0)) / (x_hat.max(axis=0) - x_hat.min(axis=0))
    return gamma, h.min(axis=0) - gamma * x_hat.min(axis=0)


identity_facts = "a, e, f"
