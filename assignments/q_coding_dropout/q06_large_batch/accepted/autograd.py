"""Lets torch compute the gradient in float64."""


def average_descent(X, Y, learning_rate, steps):
    X, Y = torch.tensor(X), torch.tensor(Y)
    w = torch.zeros(X.shape[1], dtype=X.dtype, requires_grad=True)
    for _ in range(steps):
        (slope,) = torch.autograd.grad(((X @ w - Y) ** 2).mean(), w)
        w = (w - learning_rate * slope).detach().requires_grad_()
    return w


large_batch = "CAE"
