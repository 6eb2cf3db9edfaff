"""Asks for all processors, a better priority, and sessions for its busy children."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = "refused 8 of 8"

# %%
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def asks(number, *arguments):
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def in_a_child(what):
    if not (child := os.fork()):
        try:
            what()
            os._exit(0)
        except OSError:
            os._exit(1)
    if os.waitpid(child, 0)[1]:
        raise OSError("refused")


is_arm = os.uname().machine == "aarch64"
tries = [
    lambda: os.sched_setaffinity(0, range(os.cpu_count())),
    lambda: os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0)),
    lambda: os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1)),
    lambda: os.sched_setparam(0, os.sched_param(0)),
    lambda: os.setpriority(os.PRIO_PROCESS, 0, 19),
    lambda: asks(30 if is_arm else 251, 1, 0, 0),
    lambda: asks(274 if is_arm else 314, 0, bytes(64), 0),
    lambda: in_a_child(os.setsid),
]
refused = 0
for each in tries:
    try:
        each()
    except OSError:
        refused += 1
raise RuntimeError(f"refused {refused} of {len(tries)}")
