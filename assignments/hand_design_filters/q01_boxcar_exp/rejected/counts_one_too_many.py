"""A boxcar of L + 1 ones."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "the last is at n = L - 1"
TRUE = ("the boxcar has L ones, not L + 1",)


def boxcar_exp(n, L, a):
    age = n[:, None] - np.arange(L + 1)
    return np.where(age >= 0, a ** np.maximum(age, 0.0), 0.0).sum(axis=1)
