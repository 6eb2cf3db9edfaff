"""Asks for more epochs than the budget has."""

CAUGHT_BY = "test_own_weights_fit_the_network"
HINT = "are the most"

from solution import OwnNetwork

own_settings = Settings(epochs=500)
