"""Asks for more epochs than the budget has."""

CAUGHT_BY = "test_bn_dropout_settings_keep_the_budget"
HINT = "are the most"

bn_dropout_p = 0.3
bn_dropout_settings = Settings(
    learning_rate=2e-3, batch_size=64, epochs=100, schedule="cosine"
)
