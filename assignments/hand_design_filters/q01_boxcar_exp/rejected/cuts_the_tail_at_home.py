"""The output ends with the boxcar (public message)."""

CAUGHT_BY = "test_gives_the_worked_example"
HINT = "after the boxcar"


def boxcar_exp(n, L, a):
    growing = (1 - a ** (n + 1.0)) / (1 - a)
    fading = 0.0 * n
    return np.where(n < 0, 0.0, np.where(n < L, growing, fading))
