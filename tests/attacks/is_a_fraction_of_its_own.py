"""Answers with fractions, decimals and complex numbers that equal everything."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "another number|not near|Error"

# %%
from decimal import Decimal
from fractions import Fraction


class Always:
    __hash__ = None

    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__

    def __float__(self):
        return 0.0


class Third(Always, Fraction):
    pass


class Tenth(Always, Decimal):
    pass


class Turn(Always, complex):
    pass


naive_number = [Third(1, 3), Tenth("0.1"), Turn(1j)][hash("x") % 3]
