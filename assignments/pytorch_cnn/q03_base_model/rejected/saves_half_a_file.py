"""Hands in a file whose upload was cut off."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "not a whole safetensors file"

from pathlib import Path

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
Path("base.safetensors").write_bytes(Path("base.safetensors").read_bytes()[:5000])
