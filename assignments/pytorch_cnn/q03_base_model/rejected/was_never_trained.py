"""Hands in the weights that a new network has."""

CAUGHT_BY = "test_base_reads_unseen_images"
HINT = "that is what guessing gives"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
torch.manual_seed(0)
save_file(
    NeuralNetwork(
        **{"in_channels": 3, "image_size": 32, "num_classes": 10}
    ).state_dict(),
    "base.safetensors",
)
