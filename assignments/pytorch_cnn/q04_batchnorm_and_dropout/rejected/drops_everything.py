"""Drops every unit."""

CAUGHT_BY = "test_bn_dropout_settings_keep_the_budget"
HINT = "not between 0 and 1"

bn_dropout_p = 1.0
bn_dropout_settings = Settings(
    learning_rate=2e-3, batch_size=64, epochs=14, schedule="cosine"
)
