"""Writes to the pipe from a thread while the main one answers a test."""

QUESTION = "q05_dropout_backward"
HONEST = 1
NEEDS = "nothing"
SEEN = "stopped|raised|should|dx"

# %%
import gc
import threading

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)


def chatter():
    for _ in range(1000):
        try:
            peer.request("check", "q05_dropout_backward")
        except BaseException:
            pass


def dropout_backward(dout, cache):
    threading.Thread(target=chatter, daemon=True).start()
    return 3 * dout + 1
