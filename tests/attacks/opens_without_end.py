"""Opens files, pipes and sockets until it may not, and fills them."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"opened \d\d+ files"

# %%
import os
import socket

kept = []
try:
    while len(kept) < 10_000:
        kept += [open(os.devnull), *socket.socketpair()]
except OSError:
    pass
opened, kept = len(kept), None
raise RuntimeError(f"opened {opened} files")
