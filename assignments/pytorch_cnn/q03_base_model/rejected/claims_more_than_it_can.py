"""Writes an accuracy into the record that the weights do not reach."""

CAUGHT_BY = "test_base_reads_unseen_images"
HINT = "counts for nothing here"

import json
from pathlib import Path

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
record = json.loads(Path("base.json").read_text())
record["validation_accuracy"] = 0.999
Path("base.json").write_text(json.dumps(record))
weights = read_weights("base")
save_file({name: 0.0 * value for name, value in weights.items()}, "base.safetensors")
