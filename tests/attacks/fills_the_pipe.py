"""Sends requests without ever reading a reply, so that both sides block."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "stopped"
ENDLESS = True

# %%
import gc

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)


class Flood:
    def __init__(self, channel):
        self.channel = channel

    def sendall(self, data):
        while True:
            self.channel.sendall(data)


def dropout_backward(dout, cache):
    peer.channel = Flood(peer.channel)
    peer.request("check", "x" * 1000)
