"""Has other settings, more dropout, and the hidden units in another order."""

import json
from pathlib import Path

from safetensors.torch import save_file

from deeplearning.weights import read_record, read_weights

bn_dropout_p = 0.5
bn_dropout_settings = Settings(
    optimizer="adamw", learning_rate=2e-3, batch_size=100, epochs=15
)
weights = read_weights("bn_dropout")
order = torch.randperm(256, generator=torch.Generator().manual_seed(1))
for name in ("layers.13.weight", "layers.13.bias"):
    weights[name] = weights[name][order]
weights["layers.16.weight"] = weights["layers.16.weight"][:, order]
save_file(weights, "bn_dropout.safetensors")
record = {**read_record("bn_dropout"), "settings": vars(bn_dropout_settings)}
Path("bn_dropout.json").write_text(json.dumps(record))
