"""Edits the record into something that is not JSON."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "is not JSON"

from pathlib import Path

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
Path("base.json").write_text("epochs: 30")
