"""Scales the rows in the place of the weights; adds a factor c."""

CAUGHT_BY = "test_measures_along_the_ray"
HINT = "only w is scaled"

from solution import large_weights, limit_output


def gradient_norms(w, X, y, scales):
    return np.array([np.linalg.norm(tanh_gradient(w, c * X, y)) for c in scales])
