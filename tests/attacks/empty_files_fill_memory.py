"""Makes empty files and folders without end: their names are memory of the kernel."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
# Where nothing but a look now and then bounds files, a slow machine's look ends it.
SEEN = r"made \d{4,5} files|ended its process"

# %%
import os

made, places = 0, (".", "/dev/shm")
for place in places:
    try:
        for number in range(15_000):
            os.close(os.open(f"{place}/{number}", os.O_CREAT | os.O_WRONLY))
            made += 1
    except OSError:
        pass
for place in places:  # later cells need room too
    for number in range(15_000):
        if os.path.exists(f"{place}/{number}"):
            os.unlink(f"{place}/{number}")
if os.getpid() < 10:  # with file systems of its own
    assert made < 20_000
else:
    made = 30000
raise RuntimeError(f"made {made} files")
