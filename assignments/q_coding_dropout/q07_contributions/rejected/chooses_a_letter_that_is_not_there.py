"""Names a letter that is not offered."""

CAUGHT_BY = "test_why_shared_is_letters"
MISCONCEPTION = False

from solution import compare, tug_of_war

why_shared = "Z"
