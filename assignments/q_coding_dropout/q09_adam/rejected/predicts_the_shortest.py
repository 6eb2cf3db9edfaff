"""Thinks that Adam finds the shortest solution."""

CAUGHT_BY = "test_predicts_where_adam_ends"
HINT = "where SGD ends"

from solution import final_weights, adam_claims


def adam_solution(x, y):
    return x * y / (x @ x)
