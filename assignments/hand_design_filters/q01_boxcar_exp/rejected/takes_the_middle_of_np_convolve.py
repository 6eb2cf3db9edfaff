"""np.convolve with mode same, which keeps the middle of the full output."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "first entry of np.convolve"


def boxcar_exp(n, L, a):
    x = ((n >= 0) & (n < L)).astype(float)
    h = np.where(n >= 0, a ** np.maximum(n, 0.0), 0.0)
    return np.convolve(x, h, mode="same")
