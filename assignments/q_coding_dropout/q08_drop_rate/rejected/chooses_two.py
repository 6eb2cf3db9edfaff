"""Names two letters."""

CAUGHT_BY = "test_why_jump_is_a_letter"
MISCONCEPTION = False
TRUE = ("put 0 into it",)

from solution import w_of_p

why_jump = "BC"
