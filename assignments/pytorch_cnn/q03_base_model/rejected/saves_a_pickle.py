"""Writes the weights with torch.save."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "can hold a program"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
torch.save(read_weights("base"), "base.safetensors")
