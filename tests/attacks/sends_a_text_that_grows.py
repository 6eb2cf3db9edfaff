"""Sends sixteen megabytes of JSON that grow to half a gigabyte of empty lists."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "malformed|longer than|ended its process"

# %%
import gc
import struct

from homework.grading.wire.peer import Peer

peer = next(each for each in gc.get_objects() if type(each) is Peer)
text = b"?[" + b"[]," * (5 * 2**20) + b"[]]"
peer.channel.sendall(struct.pack(">II", len(text), 0) + text)
peer.channel.recv(1)
