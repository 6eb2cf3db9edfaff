"""Hands in weights without their record."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "is missing"

from pathlib import Path

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
Path("base.json").unlink()
