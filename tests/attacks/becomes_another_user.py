"""Asks for root, capabilities, namespaces, mounts and higher limits."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"got \[\]"

# %%
import ctypes
import os
import resource

libc = ctypes.CDLL(None, use_errno=True)
got = []
for name, attempt in (
    ("root", lambda: os.setuid(0)),
    ("group", lambda: os.setgroups([0])),
    ("chroot", lambda: os.chroot("/")),
    ("limits", lambda: resource.setrlimit(resource.RLIMIT_NPROC, (9999, 9999))),
    ("device", lambda: os.mknod("device", 0o20600, os.makedev(1, 1))),
):
    try:
        attempt()
        got.append(name)
    except (OSError, ValueError):
        pass
for name, arguments in (
    ("unshare", (0x10000000,)),
    ("setns", (0, 0)),
    ("mount", (b"x", b"/", b"tmpfs", 0, None)),
    ("syscall", (425, 1, None)),
    ("syscall", (321, 0, None, 0)),
    ("reboot", (0,)),
):
    if getattr(libc, name)(*arguments) >= 0:
        got.append(name)
raise RuntimeError(f"got {got}")
