"""Leaves out the ReLU behind the scores."""

CAUGHT_BY = "test_cheat_claims"
HINT = "gradient of max"

from solution import add_cheat, image_net, cheat_experiment

cheat_claims = "AB"
