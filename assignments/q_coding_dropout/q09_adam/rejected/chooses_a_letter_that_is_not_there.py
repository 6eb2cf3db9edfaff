"""Names a letter that is not offered."""

CAUGHT_BY = "test_adam_claims_are_letters"
MISCONCEPTION = False

from solution import adam_solution, final_weights

adam_claims = "Q"
