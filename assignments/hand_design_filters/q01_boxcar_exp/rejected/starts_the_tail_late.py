"""The tail starts at L + 1."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "One value at the border"
TRUE = ("at which n does the boxcar end",)


def boxcar_exp(n, L, a):
    growing = (1 - a ** (n + 1.0)) / (1 - a)
    fading = a ** (n - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < 0, 0.0, np.where(n <= L, growing, fading))
