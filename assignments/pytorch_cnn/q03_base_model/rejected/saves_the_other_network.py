"""Saves the network with batch norm as base."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "so it is not of the network"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
save_file(read_weights("bn_dropout"), "base.safetensors")
