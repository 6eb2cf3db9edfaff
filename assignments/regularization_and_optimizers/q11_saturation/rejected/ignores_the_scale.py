"""The length at w, for every scale; equal at w = 0."""

CAUGHT_BY = "test_measures_along_the_ray"
HINT = "at the scaled weights"

from solution import large_weights, limit_output


def gradient_norms(w, X, y, scales):
    return np.array([np.linalg.norm(tanh_gradient(w, X, y)) for c in scales])
