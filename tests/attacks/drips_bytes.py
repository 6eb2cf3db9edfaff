"""Sends one byte of a reply at a time, so that the grader waits for ever."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "longer than|did not end within"

# %%
import gc
import struct
import time

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)


def dropout_backward(dout, cache):
    peer.channel.sendall(struct.pack(">II", 10_000, 0))
    for _ in range(10_000):
        peer.channel.sendall(b"=")
        time.sleep(0.1)
