"""A seccomp filter: system calls that no homework needs fail with EPERM.

It lists what is refused, not what is allowed: an allow-list breaks with each new C
library or torch. Calls that are newer than this list are not there at all (ENOSYS), as
on an older kernel, so that no new kernel opens a door.
See https://docs.kernel.org/userspace-api/seccomp_filter.html.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import struct
from collections.abc import Iterable
from itertools import chain

from homework.grading.sandbox import libc

_MODE_FILTER = 2

# Refused calls, by machine type: x86_64 and aarch64.
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_REFUSED = {
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    # namespaces and mounts
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    # files past their folders' permissions
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    # memory that no limit counts, and that outlives the process
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    # parts of the kernel with a long record of holes
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "personality": (135, 92),
    # more of the processor than its share: another one, a higher priority, or a
    # session, which the kernel gives a share of its own (see sched(7), autogroup)
    "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "setsid": (112, 157),
    # the machine itself
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "syslog": (103, 116),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "iopl": (172, None),
    "ioperm": (173, None),
    "vhangup": (153, 58),
}
# Refused where Landlock cannot keep signals inside and the user has other processes.
_SIGNALS = {
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
}
_PROGRAMS = {"execve": (59, 221), "execveat": (322, 281)}
PROGRAMS = tuple(_PROGRAMS)
_CLONE, _CLONE3, _SOCKET, _SETSOCKOPT = (56, 220), (435, 435), (41, 198), (54, 208)
# From here on: statmount, mseal, open_tree_attr, and all that will come.
_FIRST_UNKNOWN_CALL = 457
# Buffers of sockets are memory that no limit of a process counts.
_BUFFER_OPTIONS = (
    *(socket.SO_SNDBUF, socket.SO_RCVBUF),
    *(32, 33),  # SO_SNDBUFFORCE, SO_RCVBUFFORCE
)
_NEW_NAMESPACES = 0x7E020000  # every CLONE_NEW flag that fits into clone's flags
_FIRST_X32_CALL = 0x40000000
_NOTHING = 0xFFFFFFFF  # no family of sockets

# Where the filter finds the call's number, the machine type and some arguments.
_NUMBER, _MACHINE, _FIRST_ARGUMENT, _THIRD_ARGUMENT = 0, 4, 16, 32
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_REFUSE = _FAIL | errno.EPERM
_STEP = 8  # bytes of an instruction


def install(*, unix_sockets: bool, signals: bool) -> None:
    """Filter the calls of this process and of all that it starts, from now on.

    It needs that no new privileges can be had.

    Args:
        unix_sockets: whether sockets of this machine may be made; others never are.
            Pairs of sockets always work.
        signals: whether signals may be sent.

    Raises:
        OSError: when the kernel refuses, or the machine type is not known.

    """
    column = _column()
    refuse([*_REFUSED, *(() if signals else _SIGNALS)])
    _load(
        # Its flags lie in memory, where no filter sees them; without it, clone is used.
        *_when(_IF_EQUAL, _CLONE3[column], _FAIL | errno.ENOSYS),
        *_when(_IF_AT_LEAST, _FIRST_UNKNOWN_CALL, _FAIL | errno.ENOSYS),
        _step(_IF_EQUAL, _CLONE[column], otherwise=4),
        _step(_LOAD, _FIRST_ARGUMENT),
        *_when(_IF_ANY_BIT, _NEW_NAMESPACES, _REFUSE),
        _step(_RETURN, _ALLOW),
        _step(_IF_EQUAL, _SOCKET[column], otherwise=4),
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_IF_EQUAL, socket.AF_UNIX if unix_sockets else _NOTHING, then=1),
        _step(_RETURN, _REFUSE),
        _step(_RETURN, _ALLOW),
        _step(_IF_EQUAL, _SETSOCKOPT[column], otherwise=1 + 2 * len(_BUFFER_OPTIONS)),
        _step(_LOAD, _THIRD_ARGUMENT),
        *chain(*(_when(_IF_EQUAL, each, _REFUSE) for each in _BUFFER_OPTIONS)),
    )


def refuse(names: Iterable[str]) -> None:
    """Let these system calls fail with EPERM, from now on.

    Raises:
        OSError: when the kernel refuses, or the machine type is not known.

    """
    known = {**_REFUSED, **_SIGNALS, **_PROGRAMS}
    numbers = [known[name][_column()] for name in names]
    tests = [_when(_IF_EQUAL, n, _REFUSE) for n in numbers if n is not None]
    _load(*chain.from_iterable(tests))


def _column() -> int:
    if platform.machine() not in _MACHINES:
        raise OSError(errno.ENOSYS, f"no system call table for {platform.machine()}")
    return _MACHINES[platform.machine()][0]


def _load(*tests: bytes) -> None:
    """Add a filter; calls that the tests let pass are allowed."""
    column, machine = _MACHINES[platform.machine()]
    x32 = _when(_IF_AT_LEAST, _FIRST_X32_CALL, _REFUSE) if column == 0 else []
    steps = b"".join(
        (
            _step(_LOAD, _MACHINE),
            _step(_IF_EQUAL, machine, then=1),
            _step(_RETURN, _KILL),
            _step(_LOAD, _NUMBER),
            *x32,
            *tests,
            _step(_RETURN, _ALLOW),
        )
    )
    program = ctypes.create_string_buffer(steps, len(steps))
    count, address = len(steps) // _STEP, ctypes.addressof(program)
    libc.prctl(libc.SET_SECCOMP, _MODE_FILTER, struct.pack("@HP", count, address))


def _when(test: int, value: int, result: int) -> list[bytes]:
    """Return ``result`` for the call when the test holds; go on otherwise."""
    return [_step(test, value, otherwise=1), _step(_RETURN, result)]


def _step(code: int, value: int, *, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("<HBBI", code, then, otherwise, value)
