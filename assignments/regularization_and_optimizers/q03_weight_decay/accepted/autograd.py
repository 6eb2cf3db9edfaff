"""Lets torch differentiate the penalty."""


def decay_rate(eta, lam):
    import torch

    theta = torch.ones(1, dtype=torch.float64, requires_grad=True)
    (lam / 2 * theta.square().sum()).backward()
    return eta * theta.grad.item()


same_steps = ["A", "D"]
