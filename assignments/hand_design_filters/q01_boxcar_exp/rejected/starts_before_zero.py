"""Uses the growing case for negative n as well."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "nothing has gone in"


def boxcar_exp(n, L, a):
    growing = (1 - a ** (n + 1.0)) / (1 - a)
    fading = a ** (n - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < -(10**9), 0.0, np.where(n < L, growing, fading))
