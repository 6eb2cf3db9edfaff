"""Puts links to tests, devices and itself where tests look for files of its cells."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "made \\d+ links"

# %%
import os

made = 0
for name, goal in {
    "weights.npz": "/etc/shadow",
    "base.safetensors": "../../trusted/tests/naive_number.py",
    "settings.json": "/dev/zero",
    "loop": "loop",
    "references": "/",
    "checks": "/tmp",
}.items():
    try:
        os.symlink(goal, name)
        os.mkfifo(f"{name}.pipe")
        made += 1
    except OSError:
        continue
raise RuntimeError(f"made {made} links")
