"""Lets the growing sum end at n - 1."""

CAUGHT_BY = "test_equals_the_sum_of_its_terms"
HINT = "how many are these"


def boxcar_exp(n, L, a):
    """Answer of the filter h[n] = a^n (n >= 0) to a boxcar of L ones, with the flip.

    n: (T,) integers of any sign and in any order.  L: int >= 1.  a: 0 < a < 1.

    Returns y[n] as floats, shape (T,).
    """
    # Treat the three cases and return y: about three lines.
    # While the boxcar lasts, the powers 0 to n meet a one; later only n - L + 1 to n:
    # at n = 10 with L = 7 the powers 4 to 10, not 0 to 10.
    growing = (1 - a ** (n * 1.0)) / (1 - a)
    fading = a ** (n - L + 1.0) * (1 - a**L) / (1 - a)
    return np.where(n < 0, 0.0, np.where(n < L, growing, fading))
