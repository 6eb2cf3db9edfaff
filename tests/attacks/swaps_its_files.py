"""Replaces its own handed-in notebook by links, pipes and folders before tests run."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "now there are"

# %%
import os
import shutil

made = []
for name, make in (
    ("bn_drop.ipynb", lambda n: os.symlink("/etc/passwd", n)),
    ("tests", lambda n: os.symlink("/", n)),
    ("results.json", lambda n: open(n, "w").write('{"score": 1000}')),
    ("checks", lambda n: os.mkfifo(n)),
    ("references", lambda n: os.mkdir(n)),
):
    if os.path.lexists(name):
        os.remove(name)
    make(name)
    made.append(name)
raise RuntimeError(f"now there are {made}")
