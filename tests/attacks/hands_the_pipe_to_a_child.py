"""Ends itself while a child holds the pipe, so that the grader sees no end of it."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "ended its process|longer than|did not end within"

# %%
import gc
import os
import time
from contextlib import suppress

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)


def dropout_backward(dout, cache):
    if os.fork():
        os._exit(0)
    os.set_inheritable(peer.channel.fileno(), True)
    with suppress(PermissionError):
        os.setsid()
    time.sleep(60)
