"""Looks for seeds, tokens and paths in variables, arguments and the start of memory."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"variables \['HOME'[^]]*\], secret ones \[\]"

# %%
import os
import sys

with open("/proc/self/environ", "rb") as file:
    early = [part for part in file.read().split(b"\0") if part]
names = sorted(os.environ)
secret = [
    n for n in names if any(w in n for w in ("SEED", "KEY", "TOKEN", "AUTOGRADER"))
]
raise RuntimeError(
    f"variables {sorted(names, key=lambda n: n != 'HOME')}, "
    f"secret ones {secret + early}, arguments {sys.argv}, {sys.orig_argv[4:]}"
)
