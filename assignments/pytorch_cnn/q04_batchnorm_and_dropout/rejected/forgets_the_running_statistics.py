"""Saves the parameters only, without the running statistics."""

CAUGHT_BY = "test_bn_dropout_weights_fit_the_network"
HINT = "holds the running statistics too"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

bn_dropout_p = 0.3
bn_dropout_settings = Settings(
    learning_rate=2e-3, batch_size=64, epochs=14, schedule="cosine"
)
weights = read_weights("bn_dropout")
kept = {
    name: value
    for name, value in weights.items()
    if "running" not in name and "num" not in name
}
save_file(kept, "bn_dropout.safetensors")
