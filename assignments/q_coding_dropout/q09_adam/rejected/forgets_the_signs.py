"""Gives all weights the same sign."""

CAUGHT_BY = "test_predicts_where_adam_ends"
HINT = "is every gradient of the same sign"

from solution import final_weights, adam_claims


def adam_solution(x, y):
    return np.full(len(x), y / x.sum())
