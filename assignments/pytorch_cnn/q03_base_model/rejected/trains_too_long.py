"""Asks for more epochs than the budget has."""

CAUGHT_BY = "test_base_settings_keep_the_budget"
HINT = "are the most"

base_settings = Settings(epochs=100)
