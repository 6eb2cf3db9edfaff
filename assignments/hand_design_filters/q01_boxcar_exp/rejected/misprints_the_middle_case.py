"""The middle case as in a circulating solution: 2 to the power -1/2^n."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "the difference in the closed form"


def boxcar_exp(n, L, a):
    growing = 2.0 ** -(0.5 ** (n + 0.0))
    fading = a ** (n - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < 0, 0.0, np.where(n < L, growing, fading))
