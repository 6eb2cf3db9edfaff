"""Turns A by 180 degrees before transposing."""

CAUGHT_BY = "test_matrix_gradient_is_autograds"
HINT = "inputs and outputs stays"

from solution import gradient_by_matrix


def gradient_by_matrix(A, dy):
    return A[::-1, ::-1].T @ dy
