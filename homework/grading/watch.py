"""Looks now and then at what a worker's processes use together.

It is for what neither its sandbox nor a control group bounds or counts: files on the
disk where the worker has no file system of its own; where there are no groups, memory,
and the processor time of children that nobody waits for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

EVERY_MS = 500
TICKS = os.sysconf("SC_CLK_TCK")  # of /proc, a second
MOST_FILES = 10_000
BLOCK = 512  # bytes, of which `stat` counts a file's


def disk(folder: Path, most: int) -> int:
    """Return the bytes of all files below a folder, or more than ``most``.

    Links are not followed. What lies too deep to be looked at, or is too many files,
    is too much.
    """
    total, count, waiting = 0, 0, [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    count += 1
                    total += entry.stat(follow_symlinks=False).st_blocks * BLOCK
                    if total > most or count > MOST_FILES:
                        return most + 1
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except FileNotFoundError:
            continue  # it was removed meanwhile
        except OSError:
            return most + 1
    return total


def unlinked(session: int, folder: Path) -> int:
    """Return the bytes of files that have no name any more, and were in a folder.

    They are on the disk as long as a process of the session has them open or mapped.
    """
    found: dict[int, int] = {}
    for process in _processes_of(session):
        for number, size in _open_files(process, f"{folder}/"):
            found[number] = max(size, found.get(number, 0))
    return sum(found.values())


GONE = " (deleted)"  # what the kernel writes behind such a file's last name


def _open_files(process: int, below: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers and bytes of a process's files below a place without a name."""
    try:
        with os.scandir(f"/proc/{process}/fd") as entries:
            for entry in entries:
                path = os.readlink(entry.path)
                if path.startswith(below) and path.endswith(GONE):
                    status = os.stat(entry.path)
                    yield status.st_ino, status.st_blocks * BLOCK
        with open(f"/proc/{process}/maps", encoding="utf-8", errors="replace") as maps:
            for line in maps:
                if below in line and line.endswith(f"{GONE}\n"):
                    place, _, _, _, number, _ = line.split(maxsplit=5)
                    start, end = (int(each, 16) for each in place.split("-"))
                    yield int(number), end - start
    except OSError:
        return  # it has ended meanwhile, or may not be looked at


def memory(session: int) -> int:
    """Return the bytes of memory of a session's processes, shared ones in parts."""
    return sum(map(_memory_of, _processes_of(session)))


class Seconds:
    """Processor time of a session's processes, as it was when they were last seen."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, str], float] = {}

    def look(self, session: int) -> float:
        """Return the seconds of all that ran so far, in each look at it."""
        for process in _processes_of(session):
            try:
                text = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
            except OSError:
                continue  # it has ended meanwhile
            fields = text.rpartition(")")[2].split()
            # With its start, as numbers of processes are used again.
            self._seen[process, fields[19]] = sum(map(int, fields[11:13])) / TICKS
        return sum(self._seen.values())


def _processes_of(session: int) -> Iterator[int]:
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                if os.getsid(int(name)) == session:
                    yield int(name)
            except OSError:
                continue  # it has ended meanwhile


def _memory_of(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    lines = (line.split() for line in text.splitlines())
    return sum(int(line[1]) * 1024 for line in lines if line[0] == "Pss_Anon:")
