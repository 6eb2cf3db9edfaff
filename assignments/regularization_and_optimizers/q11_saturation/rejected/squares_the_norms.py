"""The squared length."""

CAUGHT_BY = "test_measures_along_the_ray"
HINT = "root of a sum of squares"

from solution import large_weights, limit_output


def gradient_norms(w, X, y, scales):
    return np.array([np.linalg.norm(tanh_gradient(c * w, X, y)) ** 2 for c in scales])
