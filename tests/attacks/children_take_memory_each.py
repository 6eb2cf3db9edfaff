"""Takes, with each of many children, the memory that one process may have."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = r"ended its process|longer than|children took"

# %%
import os
import time

readers = []
for _ in range(8):
    read, write = os.pipe()
    if not os.fork():
        kept = bytearray(300 * 10**6)
        kept[::4096] = b"x" * len(kept[::4096])
        os.write(write, b"1")
        time.sleep(5)
        os._exit(0)
    os.close(write)
    readers.append(read)
took = sum(len(os.read(each, 1)) for each in readers)
raise RuntimeError(f"{took} children took it")
