"""Fills pairs of sockets, whose buffers are memory of the kernel and not its own."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"queued \d{1,2} MB"

# %%
import socket

pairs, queued = [], 0
try:
    while True:
        pairs.append(socket.socketpair())
        for one in pairs[-1]:
            try:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**22)
            except PermissionError:
                pass
            one.setblocking(False)
            try:
                while True:
                    queued += one.send(bytes(65536))
            except BlockingIOError:
                pass
except OSError:
    pass
pairs.clear()  # later cells need descriptors too
raise RuntimeError(f"queued {queued // 10**6} MB")
