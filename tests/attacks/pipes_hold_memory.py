"""Makes its pipes as long as the kernel lets it, and fills them."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"queued \d{1,2} MB"

# %%
import fcntl
import os

pipes, queued = [], 0
try:
    while True:
        pipes.append(os.pipe())
        os.set_blocking(pipes[-1][1], False)
        try:
            fcntl.fcntl(pipes[-1][1], fcntl.F_SETPIPE_SZ, 2**20)
        except OSError:
            pass
        try:
            while True:
                queued += os.write(pipes[-1][1], bytes(65536))
        except BlockingIOError:
            pass
except OSError:
    pass
for pipe in pipes:
    os.close(pipe[0])
    os.close(pipe[1])
raise RuntimeError(f"queued {queued // 10**6} MB")
