"""Thinks that dropout removes the reliance."""

CAUGHT_BY = "test_cheat_claims"
HINT = "if the hint were ignored"

from solution import add_cheat, image_net, cheat_experiment

cheat_claims = "ABCD"
