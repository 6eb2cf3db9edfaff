"""m as the old mean plus a share of the difference; theta in one expression."""


def momentum_step(theta, m, g, eta, beta1):
    new_m = m + (1 - beta1) * (g - m)
    return theta - eta * new_m, new_m
