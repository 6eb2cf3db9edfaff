"""Real bias correction, with a counter outside the function."""

CAUGHT_BY = "test_divides_by_the_root"
HINT = "as with bias correction"


def adam_step(theta, m, v, g, eta, beta1, beta2):
    adam_step.t = 1 if not v.any() else adam_step.t + 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**adam_step.t), v / (1 - beta2**adam_step.t)
    return theta - eta * m_hat / np.sqrt(v_hat), m, v
