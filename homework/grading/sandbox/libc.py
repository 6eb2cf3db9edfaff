"""Calls of the C library that Python's own does not offer, with errors as exceptions.

Linux only. Nothing here decides anything: see `sandbox.py` for what is called when.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from typing import Any

_LIBC = ctypes.CDLL(None, use_errno=True)

SET_PARENT_DEATH_SIGNAL = 1
SET_DUMPABLE = 4
SET_KEEP_CAPABILITIES = 8
SET_SECCOMP = 22
DROP_BOUNDING_CAPABILITY = 24
SET_CHILD_SUBREAPER = 36
SET_NO_NEW_PRIVILEGES = 38
AMBIENT_CAPABILITY = 47

CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2
_CAPABILITY_VERSION = 0x20080522


def call(name: str, *arguments: Any) -> int:
    """Call a function of the C library; raise OSError when it returns less than 0."""
    return _checked(getattr(_LIBC, name)(*arguments), name)


def syscall(number: int, *arguments: Any) -> int:
    """Make a system call that the C library has no function for.

    Raises:
        OSError: when it fails.

    """
    wide = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = _LIBC.syscall(ctypes.c_long(number), *wide)
    return _checked(result, f"system call {number}")


def prctl(option: int, *arguments: Any) -> int:
    """Set one of the process's attributes; what is not given is 0.

    Raises:
        OSError: when the kernel refuses.

    """
    given = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments]
    padding = [ctypes.c_ulong(0)] * (4 - len(given))
    return call("prctl", option, *given, *padding)


def hold_capabilities(held: int) -> None:
    """Hold these capabilities (a bit set) and no others, for programs it runs too.

    Raises:
        OSError: when one of them is not permitted.

    """
    header = struct.pack("<Ii", _CAPABILITY_VERSION, 0)
    call("capset", header, struct.pack("<6I", *[held] * 3, 0, 0, 0))
    for number in range(held.bit_length()):
        if held >> number & 1:
            prctl(AMBIENT_CAPABILITY, 2, number)


def bound_capabilities(most: int) -> None:
    """Never have more than these capabilities again (a bit set), as root either.

    Raises:
        OSError: when this process may not decide that.

    """
    for number in range(64):
        if not most >> number & 1:
            try:
                prctl(DROP_BOUNDING_CAPABILITY, number)
            except OSError as error:
                if error.errno == errno.EINVAL:  # the kernel has no more of them
                    return
                raise


def permitted_capabilities() -> int:
    """Return what the process may hold, as a bit set."""
    header = struct.pack("<Ii", _CAPABILITY_VERSION, 0)
    data = ctypes.create_string_buffer(24)
    call("capget", header, data)
    _, low, _, _, high, _ = struct.unpack("<6I", data.raw)
    return int(low | high << 32)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result
