"""Hands in the empty files of the set-up cell."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "is empty"

from pathlib import Path

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
Path("base.safetensors").write_bytes(b"")
Path("base.json").write_bytes(b"")
