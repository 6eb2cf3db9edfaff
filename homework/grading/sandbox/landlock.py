"""Landlock: a process refuses itself files, TCP, and the processes outside.

It works for any user and inside containers. What a process gave up, neither it nor
what it starts can get back. See https://docs.kernel.org/userspace-api/landlock.html.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable
from pathlib import Path

from homework.grading.sandbox import libc

# The same numbers on every machine type.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_RULE_BENEATH_A_PATH = 1
_QUERY_VERSION = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE, _IOCTL_DEVICE = 1 << 14, 1 << 15
_READ = _EXECUTE | _READ_FILE | _READ_FOLDER
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEVICE
# The first version that knows more rights, and how many there are from then on.
_FILE_RIGHTS = ((5, 16), (3, 15), (2, 14), (1, 13))
_TCP = 0b11  # to bind, to connect
_SCOPES = 0b11  # abstract sockets, signals

# The first versions that know of cutting files by name, and that keep signals inside.
KNOWS_TRUNCATE, SCOPES_SIGNALS = 3, 6


def version() -> int:
    """Return the kernel's version of Landlock; 0 when it has none."""
    try:
        return libc.syscall(_CREATE_RULESET, None, 0, _QUERY_VERSION)
    except OSError:
        return 0


class Ruleset:
    """What a process leaves itself; made before permissions are dropped."""

    def __init__(
        self,
        readable: Iterable[Path | str],
        writable: Iterable[Path],
        listed: Iterable[Path] = (),
    ) -> None:
        """Collect what may be read and run, what may be written as well.

        Of the folders ``listed``, and of all in them, the names may be read too.

        Raises:
            OSError: when a path does not exist, or the kernel has no Landlock.

        """
        known = version()
        rights = next((1 << bits for v, bits in _FILE_RIGHTS if known >= v), 1) - 1
        words = [rights]
        if known >= 4:
            words.append(_TCP)
        if known >= SCOPES_SIGNALS:
            words.append(_SCOPES)
        attribute = struct.pack(f"<{len(words)}Q", *words)
        self._ruleset = libc.syscall(_CREATE_RULESET, attribute, len(attribute), 0)
        for path in readable:
            self._allow(path, _READ & rights)
        for path in writable:
            self._allow(path, rights)
        for path in listed:
            self._allow(path, _READ_FOLDER)

    def _allow(self, path: Path | str, rights: int) -> None:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                rights &= _OF_A_FILE
            rule = struct.pack("<Qi", rights, descriptor)
            libc.syscall(_ADD_RULE, self._ruleset, _RULE_BENEATH_A_PATH, rule, 0)
        finally:
            os.close(descriptor)

    def enforce(self) -> None:
        """Give up everything else; needs that no new privileges can be had.

        Raises:
            OSError: when the kernel refuses.

        """
        libc.syscall(_RESTRICT_SELF, self._ruleset, 0)
        os.close(self._ruleset)
