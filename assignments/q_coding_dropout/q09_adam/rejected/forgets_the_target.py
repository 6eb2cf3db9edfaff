"""Divides by the number of inputs: equal steps, but no fit."""

CAUGHT_BY = "test_predicts_where_adam_ends"
HINT = "does yours fit the target"

from solution import final_weights, adam_claims


def adam_solution(x, y):
    return np.sign(x) * y / len(x)
