"""Sends what it knows to the world: by TCP, UDP, DNS, abstract sockets and netlink."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"reached \[\]"

# %%
import socket

reached = []
for family, kind, address in (
    (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 22)),
    (socket.AF_INET, socket.SOCK_STREAM, ("192.0.2.1", 443)),
    (socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 53)),
    (socket.AF_INET6, socket.SOCK_STREAM, ("::1", 22)),
    (socket.AF_UNIX, socket.SOCK_STREAM, "\0/tmp/.X11-unix/X0"),
    (socket.AF_NETLINK, socket.SOCK_RAW, (0, 0)),
):
    try:
        with socket.socket(family, kind) as made:
            made.settimeout(0.5)
            made.connect(address)
            reached.append(address)
    except OSError:
        pass
raise RuntimeError(f"reached {reached}")
