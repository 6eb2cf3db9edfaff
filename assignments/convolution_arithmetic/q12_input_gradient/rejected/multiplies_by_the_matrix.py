"""Uses A itself."""

CAUGHT_BY = "test_matrix_gradient_is_autograds"
HINT = "in its column of A"

from solution import gradient_by_matrix


def gradient_by_matrix(A, dy):
    return A @ dy
