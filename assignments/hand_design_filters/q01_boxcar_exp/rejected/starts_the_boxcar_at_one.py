"""A boxcar that starts at 1."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "right values at the wrong indices"
TRUE = ("the boxcar begins at n = 0",)


def boxcar_exp(n, L, a):
    age = n[:, None] - np.arange(1, L + 1)
    return np.where(age >= 0, a ** np.maximum(age, 0.0), 0.0).sum(axis=1)
