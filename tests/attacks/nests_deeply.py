"""Sends hundreds and hundreds of thousands of lists, one inside the other."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "RecursionError.*nested too deeply"

# %%
import gc
import os

from homework.grading.wire.peer import Peer
from homework.grading.wire.frames import WRITERS

peer = next(each for each in gc.get_objects() if type(each) is Peer)


class Raw(tuple):
    """JSON that goes onto the pipe as it is."""


WRITERS[Raw] = lambda writer, value: list(value)


def tell(*made, operation="error"):
    """Ask for something with forged operands; end, should it be answered."""
    peer.request(operation, *made)
    os.write(1, b"answered")
    os._exit(0)


# %%
import struct

peer.channel.sendall(struct.pack(">II", 100_001, 0) + b"?" + b"[" * 100_000)
peer.channel.recv(1)

# %%
made = 1
for _ in range(500):
    made = ["l", made]
tell(1, "x", Raw(made))
