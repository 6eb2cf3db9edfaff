"""Hands in the weights that a new network has."""

CAUGHT_BY = "test_bn_dropout_reads_unseen_images"
HINT = "that is what guessing gives"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

bn_dropout_p = 0.3
bn_dropout_settings = Settings(
    learning_rate=2e-3, batch_size=64, epochs=14, schedule="cosine"
)
torch.manual_seed(0)
fresh = NeuralNetwork(
    do_batchnorm=True, p_dropout=0.3, in_channels=3, image_size=32, num_classes=10
)
save_file(fresh.state_dict(), "bn_dropout.safetensors")
