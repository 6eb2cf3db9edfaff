"""Reads the images well, but has the classes in another order."""

CAUGHT_BY = "test_base_reads_unseen_images"
HINT = "that is what guessing gives"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
weights = read_weights("base")
last = list(weights)[-2:]
weights = {
    name: value.roll(1, 0) if len(value) == 10 else value
    for name, value in weights.items()
}
save_file(weights, "base.safetensors")
