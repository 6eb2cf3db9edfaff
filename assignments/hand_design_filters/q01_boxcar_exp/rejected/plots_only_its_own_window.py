"""Ignores the given indices and answers -6 to 12, cut to their number."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "which n do you answer"


def boxcar_exp(n, L, a):
    n = np.arange(-6, 13)[: len(n)]
    growing = (1 - a ** (n + 1.0)) / (1 - a)
    fading = a ** (n - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < 0, 0.0, np.where(n < L, growing, fading))
