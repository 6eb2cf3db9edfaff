"""Fills its folder: files without end, then thousands of small ones, deep folders."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
# Where nothing but a look now and then bounds files, a slow machine's look ends it.
SEEN = r"wrote \d+ MB, largest file \d\d MB|ended its process"

# %%
import os

written, largest = 0, 0
for number in range(3):
    try:
        with open(f"large{number}", "wb", buffering=0) as file:
            for _ in range(90):
                file.write(bytes(10**6))
    except OSError:
        pass
    size = os.path.getsize(f"large{number}")
    written, largest = written + size, max(size, largest)
try:
    for number in range(5000):
        open(f"small{number}", "w").close()
    for _ in range(300):
        os.mkdir("deep")
        os.chdir("deep")
except OSError:
    pass
if os.getpid() < 10:  # with a file system of its own, that is all
    assert written < 70e6
raise RuntimeError(f"wrote {written // 10**6} MB, largest file {largest // 10**6} MB")
