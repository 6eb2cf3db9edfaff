"""Leaves named memory, semaphores and locks that outlive a process."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = "left|refused"

# %%
from multiprocessing import Semaphore, resource_tracker, shared_memory

resource_tracker.register = lambda *_: None
try:
    kept = shared_memory.SharedMemory("left-by-an-attack-memory", True, 10**6)
    locks = [Semaphore() for _ in range(20)]
except OSError as error:
    raise RuntimeError(f"refused: {error}") from error
raise RuntimeError("left some")
