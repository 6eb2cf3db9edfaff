"""The output ends with the boxcar."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "still remembers"
TRUE = ("what does the filter do after the boxcar",)


def boxcar_exp(n, L, a):
    growing = (1 - a ** (n + 1.0)) / (1 - a)
    fading = 0.0
    return np.where(n < 0, 0.0, np.where(n < L, growing, fading))
