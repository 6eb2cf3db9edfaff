"""Sets a dictionary instead of Settings."""

CAUGHT_BY = "test_base_settings_keep_the_budget"
HINT = "should be Settings(...), but is a dict"

base_settings = {"learning_rate": 1e-3, "epochs": 30}
