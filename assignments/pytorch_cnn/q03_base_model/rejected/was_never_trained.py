"""Hands in the weights that a new network has."""

CAUGHT_BY = "test_base_reads_unseen_images"
HINT = "that is what guessing gives"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=30)
torch.manual_seed(0)
save_file(
    NeuralNetwork(
        **{"in_channels": 1, "image_size": 8, "num_classes": 10}
    ).state_dict(),
    "base.safetensors",
)
