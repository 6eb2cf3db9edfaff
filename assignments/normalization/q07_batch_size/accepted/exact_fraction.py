"""An exact number, and the two terms apart."""

from fractions import Fraction

dx_alone = Fraction(5) * (7 - Fraction(7, 1))


def limiting_gradient(dy_1, m, gamma=1.0, *, verbose=False):
    return gamma * dy_1 - gamma * m


right_patterns = {"B", "C", "D"}
