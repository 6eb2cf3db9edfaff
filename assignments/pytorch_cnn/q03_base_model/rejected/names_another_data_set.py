"""Declares a data set that the grader does not know."""

CAUGHT_BY = "test_base_weights_fit_the_network"
HINT = "there are drawn"

import json
from pathlib import Path

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
record = json.loads(Path("base.json").read_text())
Path("base.json").write_text(json.dumps({**record, "data": "mnist"}))
