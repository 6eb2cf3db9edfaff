"""Saves weights from a training that diverged."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "look at the loss"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
save_file(
    {name: value / 0 for name, value in read_weights("base").items()},
    "base.safetensors",
)
