"""Forgets that the boxcar ends."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "no new terms join"
TRUE = ("the boxcar ends: the sum stops growing",)


def boxcar_exp(n, L, a):
    growing = (1 - a ** (n + 1.0)) / (1 - a)
    fading = a ** (n - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < 0, 0.0, np.where(n == n, growing, fading))
