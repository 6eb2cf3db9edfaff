"""Writes frames whose lengths are wrong: too long, too short, none at all."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "too large.*malformed|malformed.*too large"

# %%
import gc
import os
import struct

from homework.grading.wire.peer import Peer
from homework.grading.wire.frames import Writer

peer = next(each for each in gc.get_objects() if type(each) is Peer)


def send(text, data=0):
    peer.channel.sendall(struct.pack(">II", len(text), data) + text)
    peer.channel.recv(1)
    os._exit(0)


def forge(kind, body):
    peer.channel.sendall(Writer(peer).frame(kind, body))
    peer.channel.recv(1)
    os._exit(0)


# %%
peer.channel.sendall(struct.pack(">II", 0, 0))
peer.channel.recv(1)
os._exit(0)

# %%
peer.channel.sendall(struct.pack(">II", 2**32 - 1, 2**32 - 1))
peer.channel.recv(1)
os._exit(0)

# %%
send(b"?[]", data=2**29)

# %%
send(b"=")

# %%
peer.channel.sendall(b"GET / HTTP/1.1\r\n\r\n")
peer.channel.recv(1)
os._exit(0)

# %%
send(b"?\xff\xfe{}")
