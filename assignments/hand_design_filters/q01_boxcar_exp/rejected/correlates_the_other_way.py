"""Sums x[i] h[n + i]: nothing is flipped."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "is neither signal flipped"
TRUE = ("is the flip missing",)


def boxcar_exp(n, L, a):
    total = np.zeros(len(n))
    for i in range(L):
        total += np.where(n + i >= 0, a ** np.maximum(n + i, 0.0), 0.0)
    return total
