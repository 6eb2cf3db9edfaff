"""Saves the plain network as bn_dropout."""

CAUGHT_BY = "test_bn_dropout_weights_fit_the_network"
HINT = "so it is not of the network"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

bn_dropout_p = 0.3
bn_dropout_settings = Settings(
    learning_rate=2e-3, batch_size=64, epochs=14, schedule="cosine"
)
save_file(read_weights("base"), "bn_dropout.safetensors")
