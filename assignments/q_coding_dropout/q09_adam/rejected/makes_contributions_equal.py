"""Lets every input contribute the same, as dropout does."""

CAUGHT_BY = "test_predicts_where_adam_ends"
HINT = "each input contributes the same"

from solution import final_weights, adam_claims


def adam_solution(x, y):
    return y / x / len(x)
