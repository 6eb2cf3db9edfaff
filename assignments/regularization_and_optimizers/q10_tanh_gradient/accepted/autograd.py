"""torch differentiates, in float64."""


def tanh_gradient(w, X, y):
    import torch

    w, X, y = (torch.tensor(np.asarray(a), dtype=torch.float64) for a in (w, X, y))
    w.requires_grad_()
    (torch.tanh(X @ w) - y).square().mean().backward()
    return w.grad
