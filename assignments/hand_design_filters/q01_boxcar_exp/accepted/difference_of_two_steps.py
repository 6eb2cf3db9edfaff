"""A boxcar is a step minus a later step, and the filter is linear."""


def step_response(n, a):
    return np.where(n >= 0, (1 - a ** (np.maximum(n, 0) + 1.0)) / (1 - a), 0.0)


def boxcar_exp(n, L, a):
    return step_response(n, a) - step_response(n - L, a)
