"""Declares CIFAR, of which this grader has no images."""

CAUGHT_BY = "test_base_reads_unseen_images"
HINT = "no images of that data set"

import json
from pathlib import Path

base_settings = Settings(optimizer="adam", learning_rate=1e-3, batch_size=64, epochs=10)
record = json.loads(Path("base.json").read_text())
record["settings"]["epochs"] = 10
Path("base.json").write_text(json.dumps({**record, "data": "cifar10"}))
