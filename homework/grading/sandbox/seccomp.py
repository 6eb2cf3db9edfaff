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
from collections.abc import Iterable, Mapping
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
# What Landlock does not look at: whoever owns a file, or has the right to write to all,
# changes its modes, times and attributes wherever it lies. Copying a file asks for
# these, so they do nothing, and say that they did.
_OF_OWNERS = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
}
TRUNCATE = "truncate"  # by name, which Landlock knows since its third version
_BY_NAME = {TRUNCATE: (76, 45)}
_CLONE, _CLONE3, _SOCKET, _SETSOCKOPT = (56, 220), (435, 435), (41, 198), (54, 208)
_PRLIMIT, _FCNTL, _IOCTL, _UTIMENSAT = (302, 261), (72, 25), (16, 29), (280, 88)
# From here on: statmount, mseal, open_tree_attr, and all that will come.
_FIRST_UNKNOWN_CALL = 457
# Buffers of sockets are memory that no limit of a process counts.
_BUFFER_OPTIONS = (
    *(socket.SO_SNDBUF, socket.SO_RCVBUF),
    *(32, 33),  # SO_SNDBUFFORCE, SO_RCVBUFFORCE
)
# Who is signalled when an open file is ready, and by what; and leases, which keep
# others from opening a file: F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE; FIOSETOWN,
# SIOCSPGRP.
_FCNTLS, _IOCTLS = (8, 10, 15, 1024), (0x8901, 0x8902)
_NEW_NAMESPACES = 0x7E020000  # every CLONE_NEW flag that fits into clone's flags
_FIRST_X32_CALL = 0x40000000
_NOTHING = 0xFFFFFFFF  # no family of sockets

# Where the filter finds the call's number, the machine type and some arguments.
_NUMBER, _MACHINE, _FIRST_ARGUMENT, _SECOND_ARGUMENT, _THIRD_ARGUMENT = 0, 4, 16, 24, 32
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _FAIL = 0x7FFF0000, 0x80000000, 0x00050000
_REFUSE, _PRETEND = _FAIL | errno.EPERM, _FAIL | 0
_STEP = 8  # bytes of an instruction


def install(*, unix_sockets: bool, signals: bool, owns: bool = False) -> None:
    """Filter the calls of this process and of all that it starts, from now on.

    It needs that no new privileges can be had.

    Args:
        unix_sockets: whether sockets of this machine may be made; others never are.
            Pairs of sockets always work.
        signals: whether signals may be sent.
        owns: whether files outside are its user's, or can be written to by right, and
            only Landlock protects them.

    Raises:
        OSError: when the kernel refuses, or the machine type is not known.

    """
    refuse([*_REFUSED, *(() if signals else _SIGNALS)])
    if owns:
        # Without times it is to say that a file is there (`Path.touch`, which makes
        # one where it cannot).
        now = _when(_IF_EQUAL, 0, _REFUSE)
        pretended = _step(_RETURN, _PRETEND)
        _load(
            *_about(_UTIMENSAT, _THIRD_ARGUMENT, *now, pretended),
            *_each(_OF_OWNERS, _PRETEND),
        )
    family = socket.AF_UNIX if unix_sockets else _NOTHING
    refused = _step(_RETURN, _REFUSE)
    _load(
        # Its flags lie in memory, where no filter sees them; without it, clone is used.
        *_when(_IF_EQUAL, _CLONE3[_column()], _FAIL | errno.ENOSYS),
        *_when(_IF_AT_LEAST, _FIRST_UNKNOWN_CALL, _FAIL | errno.ENOSYS),
        *_about(
            _CLONE,
            _FIRST_ARGUMENT,
            *_when(_IF_ANY_BIT, _NEW_NAMESPACES, _REFUSE),
        ),
        *_about(_SOCKET, _FIRST_ARGUMENT, _step(_IF_EQUAL, family, then=1), refused),
        # Its own limits only, not another process's.
        *_about(_PRLIMIT, _FIRST_ARGUMENT, _step(_IF_EQUAL, 0, then=1), refused),
        *_about(_SETSOCKOPT, _THIRD_ARGUMENT, *_any_of(_BUFFER_OPTIONS)),
        *_about(_FCNTL, _SECOND_ARGUMENT, *_any_of(_FCNTLS)),
        *_about(_IOCTL, _SECOND_ARGUMENT, *_any_of(_IOCTLS)),
    )


def _about(call: tuple[int, int], argument: int, *tests: bytes) -> list[bytes]:
    """Return tests of an argument of one call, which is allowed if they let it pass."""
    steps = [_step(_LOAD, argument), *tests, _step(_RETURN, _ALLOW)]
    return [_step(_IF_EQUAL, call[_column()], otherwise=len(steps)), *steps]


def _any_of(values: Iterable[int]) -> Iterable[bytes]:
    return chain.from_iterable(_when(_IF_EQUAL, each, _REFUSE) for each in values)


def refuse(names: Iterable[str]) -> None:
    """Let these system calls fail with EPERM, from now on.

    Raises:
        OSError: when the kernel refuses, or the machine type is not known.

    """
    known = {**_REFUSED, **_SIGNALS, **_PROGRAMS, **_BY_NAME}
    _load(*_each({name: known[name] for name in names}, _REFUSE))


def _each(calls: Mapping[str, tuple[int, int | None]], result: int) -> Iterable[bytes]:
    """Return ``result`` for these calls."""
    numbers = (each[_column()] for each in calls.values())
    tests = (_when(_IF_EQUAL, n, result) for n in numbers if n is not None)
    return chain.from_iterable(tests)


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
