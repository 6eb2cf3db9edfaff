"""Sums x[i] h[i - n]: nothing is flipped."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "neither signal is flipped"
TRUE = ("is the flip missing",)


def boxcar_exp(n, L, a):
    total = np.zeros(len(n))
    for i in range(L):
        total += np.where(i - n >= 0, a ** np.maximum(i - n, 0.0), 0.0)
    return total
