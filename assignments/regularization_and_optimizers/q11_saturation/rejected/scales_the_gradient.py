"""Scales the length in the place of the weights."""

CAUGHT_BY = "test_measures_along_the_ray"
HINT = "at the scaled weights"

from solution import large_weights, limit_output


def gradient_norms(w, X, y, scales):
    return np.array(scales) * np.linalg.norm(tanh_gradient(w, X, y))
