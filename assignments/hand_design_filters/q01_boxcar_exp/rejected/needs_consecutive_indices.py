"""Runs the recursion along n as if each entry followed the one before."""

CAUGHT_BY = "test_answers_each_index_by_itself"
HINT = "should not depend on the order"


def boxcar_exp(n, L, a):
    y, before = [], 0.0
    for i in n:
        before = a * before + (1.0 if 0 <= i < L else 0.0)
        y.append(before)
    return np.array(y)
