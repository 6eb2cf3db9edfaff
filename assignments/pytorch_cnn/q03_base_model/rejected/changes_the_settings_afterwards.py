"""Changes the settings and does not train again."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "set the settings back"

base_settings = Settings(learning_rate=2e-3, batch_size=64, epochs=10)
