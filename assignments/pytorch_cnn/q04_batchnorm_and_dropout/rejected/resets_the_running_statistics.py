"""Saves running statistics that never moved."""

CAUGHT_BY = "test_bn_dropout_reads_unseen_images"
HINT = "are asked for"

from safetensors.torch import save_file

from deeplearning.weights import read_weights

bn_dropout_p = 0.3
bn_dropout_settings = Settings(
    learning_rate=2e-3, batch_size=64, epochs=14, schedule="cosine"
)
weights = read_weights("bn_dropout")
for name in weights:
    if "running_mean" in name:
        weights[name] = torch.zeros_like(weights[name])
    elif "running_var" in name:
        weights[name] = torch.ones_like(weights[name])
save_file(weights, "bn_dropout.safetensors")
