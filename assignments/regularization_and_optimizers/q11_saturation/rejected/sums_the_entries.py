"""The sum of absolute values."""

CAUGHT_BY = "test_measures_along_the_ray"
HINT = "root of a sum of squares"

from solution import large_weights, limit_output


def gradient_norms(w, X, y, scales):
    return np.array([np.abs(tanh_gradient(c * w, X, y)).sum() for c in scales])
