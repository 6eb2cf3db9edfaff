"""Solves for x instead of sending the gradient back."""

CAUGHT_BY = "test_matrix_gradient_is_autograds"
HINT = "no equation is solved"

from solution import gradient_by_matrix


def gradient_by_matrix(A, dy):
    return np.linalg.pinv(A) @ dy
