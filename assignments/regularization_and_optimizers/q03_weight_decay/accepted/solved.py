"""Solves the equation of the two steps at theta = 1 with f = 0."""


def decay_rate(eta, lam):
    def penalized_step(theta):
        return theta - eta * (2 * theta) * lam / 2

    return 1.0 - penalized_step(1.0)


same_steps = "a, d"
