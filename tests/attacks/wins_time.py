"""Says again and again that a new cell begins, so that a test has no end."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "stopped"

# %%
import gc

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)


def dropout_backward(dout, cache):
    number = 1000
    while True:
        peer.request("cell", number)
        number += 1
