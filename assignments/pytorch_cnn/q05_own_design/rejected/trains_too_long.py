"""Asks for more epochs than the budget has."""

CAUGHT_BY = "test_own_settings_keep_the_budget"
HINT = "are the most"

from solution import OwnNetwork

own_settings = Settings(epochs=500)
