"""Alternates the signs, as in the example."""

CAUGHT_BY = "test_predicts_where_adam_ends"
HINT = "read the signs off x"

from solution import final_weights, adam_claims


def adam_solution(x, y):
    signs = np.array([1, -1] * len(x))[: len(x)]
    return signs * y / np.abs(x).sum()
