"""A density that is right only for eps = 0."""

from solution import output_density

CAUGHT_BY = "test_gives_the_density"
HINT = "eps also counts"


def output_density(y, mu, var, gamma, beta, eps):
    sd = abs(gamma)
    return np.exp(-0.5 * ((y - beta) / sd) ** 2) / (sd * np.sqrt(2 * np.pi))
