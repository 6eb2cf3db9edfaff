"""Namespaces: a process sees its own files, processes, network and names only.

Root may make them. Anyone else makes a user namespace first, where the system lets
them.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Sequence
from pathlib import Path

from homework.grading.sandbox import libc

_NEW_MOUNTS, _NEW_HOSTNAME, _NEW_IPC = 0x20000, 0x4000000, 0x8000000
_NEW_USER, _NEW_PROCESSES, _NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
_ALL = _NEW_MOUNTS | _NEW_HOSTNAME | _NEW_IPC | _NEW_PROCESSES | _NEW_NETWORK

_NO_SETUID, _NO_DEVICES, _NO_PROGRAMS = 0x2, 0x4, 0x8
_BIND, _WITH_ALL_BELOW, _PRIVATE = 0x1000, 0x4000, 0x40000
_DETACH = 2
_MOUNT_SETATTR, _RECURSIVE, _READ_ONLY = 442, 0x8000, 0x1
_HERE = -100

_DEVICES = ("null", "zero", "full", "random", "urandom")
_MEGABYTE = 1_000_000
_MOST_FILES = (
    10_000  # in a file system in memory: each takes a kilobyte of the kernel's
)

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - where semaphores have to lie


def unshare() -> None:
    """Leave the namespaces of the parent; the next child starts the new processes.

    Raises:
        OSError: when the system does not let this user.

    """
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        has_new_processes = os.getpid() == 1
        libc.call("unshare", _ALL & ~_NEW_PROCESSES if has_new_processes else _ALL)
        return
    # After a change of user, /proc/self belongs to root until this is set again.
    libc.prctl(libc.SET_DUMPABLE, 1)
    libc.call("unshare", _ALL | _NEW_USER)
    Path("/proc/self/setgroups").write_text("deny", encoding="utf-8")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="utf-8")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="utf-8")


def fork_into_new_processes() -> int:
    """Fork a child that is the first process of a namespace; return as `os.fork`.

    Raises:
        OSError: when the system does not let this user.

    """
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    child = -1
    try:
        libc.call("unshare", _NEW_PROCESSES)
        child = os.fork()
        return child
    finally:
        if child:  # or none could be made; for the children after it
            libc.call("setns", own, _NEW_PROCESSES)
        os.close(own)


def furnish(
    scratch: Path,
    readable: Sequence[Path],
    contents: Path,
    *,
    size_mb: int,
    owner: tuple[int, int],
) -> None:
    """Replace the root folder by one that holds nothing but what is named.

    Call it as the first process after `unshare`. Everything is read-only but
    ``scratch`` and ``/dev/shm``, which are new and in memory, and which together end
    at twice ``size_mb``.

    Args:
        scratch: a folder; it stays where it is.
        readable: files and folders; they stay where they are.
        contents: a folder; what lies in it is copied into ``scratch``.
        size_mb: what fits into ``scratch``.
        owner: user and group of ``scratch``.

    Raises:
        OSError: when a mount is refused, or ``contents`` holds too much.

    """
    old = os.open(contents, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    _mount(None, Path("/"), flags=_WITH_ALL_BELOW | _PRIVATE)
    root = scratch
    _mount_memory(root, "mode=755,size=1M")
    mask = os.umask(0o022)
    for path in _outermost(readable):
        _bind(path, root)
    for name in _DEVICES:
        _bind(Path("/dev", name), root)
    places = [_below(root, path) for path in (Path("/proc"), SHARED_MEMORY, scratch)]
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
    os.umask(mask)
    _make_read_only(root)
    proc, shared, new = places
    _mount("proc", proc, kind="proc", flags=_NO_SETUID | _NO_DEVICES | _NO_PROGRAMS)
    mine = f"size={size_mb * _MEGABYTE},nr_inodes={_MOST_FILES},mode=700"
    mine += f",uid={owner[0]},gid={owner[1]}"
    _mount_memory(shared, mine)
    _mount_memory(new, mine)
    _copy(old, new, owner)
    os.close(old)
    os.chdir(root)
    libc.call("pivot_root", b".", b".")
    libc.call("umount2", b".", _DETACH)
    os.chdir(scratch)


def _outermost(paths: Sequence[Path]) -> list[Path]:
    """Drop what lies inside another one."""
    kept: dict[Path, None] = {}
    for path in sorted(set(paths)):
        if kept.keys().isdisjoint(path.parents):
            kept[path] = None
    return list(kept)


def _below(root: Path, path: Path) -> Path:
    return root / path.relative_to("/")


def _bind(path: Path, root: Path) -> None:
    place = _below(root, path)
    place.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        place.symlink_to(path.readlink())
        return
    if path.is_dir():
        place.mkdir()
    else:
        place.touch()
    _mount(str(path), place, flags=_BIND | _WITH_ALL_BELOW)


def _mount_memory(place: Path, options: str) -> None:
    _mount("scratch", place, kind="tmpfs", options=options)


def _mount(
    what: str | None,
    place: Path,
    *,
    kind: str | None = None,
    flags: int = _NO_SETUID | _NO_DEVICES,
    options: str | None = None,
) -> None:
    texts = [None if t is None else os.fsencode(t) for t in (what, kind, options)]
    libc.call("mount", texts[0], os.fsencode(place), texts[1], flags, texts[2])


def _make_read_only(root: Path) -> None:
    attributes = struct.pack("<4Q", _READ_ONLY | _NO_SETUID, 0, 0, 0)
    libc.syscall(
        _MOUNT_SETATTR,
        _HERE,
        os.fsencode(root),
        _RECURSIVE,
        attributes,
        len(attributes),
    )


def _copy(old: int, new: Path, owner: tuple[int, int]) -> None:
    """Copy the plain files and folders of an open folder; links are left out."""
    with os.scandir(old) as entries:
        for entry in entries:
            status = entry.stat(follow_symlinks=False)
            place = new / entry.name
            if stat.S_ISDIR(status.st_mode):
                place.mkdir(mode=0o700)
                inner = os.open(entry.name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=old)
                try:
                    _copy(inner, place, owner)
                finally:
                    os.close(inner)
            elif stat.S_ISREG(status.st_mode):
                _copy_file(old, entry.name, place)
            else:
                continue
            os.chown(place, *owner)


def _copy_file(folder: int, name: str, place: Path) -> None:
    source = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
    with open(source, "rb") as read, open(place, "xb") as written:
        while block := read.read(1 << 20):
            written.write(block)
