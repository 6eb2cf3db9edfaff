"""torch.optim.SGD with dampening: the first step takes the whole gradient."""

CAUGHT_BY = "test_keeps_a_running_mean"
HINT = "torch.optim.SGD makes an exception"


def momentum_step(theta, m, g, eta, beta1):
    m = beta1 * m + (1 - beta1) * g if m.any() else g
    theta = theta - eta * m
    return theta, m
