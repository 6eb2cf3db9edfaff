"""The closed form for a = 1/2, whatever a is."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "a is an argument"


def boxcar_exp(n, L, a):
    growing, fading = 2 - 0.5 ** (n + 0.0), (2.0**L - 1) * 0.5 ** (n + 0.0)
    return np.where(n < 0, 0.0, np.where(n < L, growing, fading))
