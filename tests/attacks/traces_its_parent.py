"""Traces, reads and writes the processes above it, by ptrace and process_vm_readv."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = "refused all: True"

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
allowed = []
for process in {os.getppid(), 1, os.getpid()}:
    for name, arguments in (
        ("ptrace", (16, process, None, None)),
        ("ptrace", (0x4206, process, None, None)),
        ("process_vm_readv", (process, None, 0, None, 0, 0)),
        ("process_vm_writev", (process, None, 0, None, 0, 0)),
    ):
        if getattr(libc, name)(*arguments) >= 0:
            allowed.append((name, process))
raise RuntimeError(f"refused all: {not allowed}, but for {allowed}")
