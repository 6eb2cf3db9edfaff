"""Saves a network for images of another size."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "has shape"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
save_file(NeuralNetwork().state_dict(), "base.safetensors")
