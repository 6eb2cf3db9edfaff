"""Writes the weights with safetensors, in double precision, and a short record."""

import json
from pathlib import Path

from safetensors.torch import save_file

from deeplearning.weights import read_weights

base_settings = Settings(learning_rate=1e-3, batch_size=64, epochs=10)
weights = {name: value.double() for name, value in read_weights("base").items()}
save_file(weights, "base.safetensors")
record = {"data": "drawn", "steps": 310, "settings": vars(base_settings)}
Path("base.json").write_text(json.dumps(record))
