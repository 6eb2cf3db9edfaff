"""Divides by the sum of the sizes, without the signs."""

CAUGHT_BY = "test_predicts_where_adam_ends"
HINT = "which sign has it"

from solution import final_weights, adam_claims


def adam_solution(x, y):
    return np.full(len(x), y / np.abs(x).sum())
