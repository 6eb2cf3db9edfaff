"""The usual claim: gamma times dy_1, always."""

from solution import dx_alone

CAUGHT_BY = "test_gives_the_limit"
HINT = "does it vanish"


def limiting_gradient(dy_1, m, gamma):
    return gamma * dy_1
