"""Takes the accuracy with the hint for understanding."""

CAUGHT_BY = "test_cheat_claims"
HINT = "needs anything but the hint"

from solution import add_cheat, image_net, cheat_experiment

cheat_claims = "ABDE"
