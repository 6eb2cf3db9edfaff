"""Hands in the plain network, which has not seen such images."""

CAUGHT_BY = "test_own_network_reads_shifted_images"
HINT = "how far do your training images move"
TRUE = (
    "by how much do your training images turn",
    "what is left of an outline",
    "how much noise do your training images have",
)

from solution import OwnNetwork


class OwnNetwork(NeuralNetwork):
    pass


own_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
for ending in ("safetensors", "json"):
    from pathlib import Path

    Path(f"own.{ending}").write_bytes(Path(f"base.{ending}").read_bytes())
