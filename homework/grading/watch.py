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
