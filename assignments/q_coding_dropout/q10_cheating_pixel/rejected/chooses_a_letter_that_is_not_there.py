"""Names a letter that is not offered."""

CAUGHT_BY = "test_cheat_claims_are_letters"
MISCONCEPTION = False

from solution import add_cheat, image_net, cheat_experiment

cheat_claims = "ABG"
