"""Has as many files on their way through sockets as its user may have, and waits."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"\d+ are on their way"

# %%
import os
import socket
import time

pairs, count = [], 0
null = os.open("/dev/null", os.O_RDONLY)
try:
    while count < 2000:
        pairs.append(socket.socketpair())
        socket.send_fds(pairs[-1][0], [b"x"], [null] * 250)
        count += 250
except OSError:
    pass
time.sleep(5)
raise RuntimeError(f"{count} are on their way")
