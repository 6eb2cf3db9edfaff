"""Control groups: what a submission's processes use together, counted and bounded.

The kernel counts for a group what no limit of a single process sees: the memory of all
its processes, of file systems in memory, of sockets and of files' names, and the
processor time of children too. Both versions are used, as far as this process may make
groups below its own. See https://docs.kernel.org/admin-guide/cgroup-v2.html.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
PREFIX = "homework-"
PATIENCE_S = 2.0  # until the processes that were ended have left
# By what is bounded: the files in which it is, of either version.
_MEMORY = ("memory.max", "memory.limit_in_bytes")
_SWAP = (("memory.swap.max", "0"), ("memory.swappiness", "0"))
_PROCESSES = ("pids.max",)
_TIME = ("cpu.stat", "cpuacct.usage")
_numbers = count()


@dataclass(frozen=True)
class Group:
    """One group, in as many hierarchies as there are.

    Attributes:
        folders: one of each hierarchy.
        layers: what it does, in words.

    """

    folders: tuple[Path, ...]
    layers: tuple[str, ...]

    def enter(self) -> None:
        """Put the calling process in, and with it all that it will start.

        Raises:
            OSError: when the kernel refuses.

        """
        for folder in self.folders:
            (folder / "cgroup.procs").write_text("0", encoding="utf-8")

    def meter(self) -> int | None:
        """Open the file that says how much processor time was used."""
        for path in self._files(_TIME):
            return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        return None

    def remove(self) -> None:
        """Remove the group, whose processes are ending or have ended."""
        deadline = time.monotonic() + PATIENCE_S
        for folder in self.folders:
            while True:
                try:
                    folder.rmdir()
                except FileNotFoundError:
                    break
                except OSError:
                    if time.monotonic() > deadline:
                        break
                    time.sleep(0.005)
                else:
                    break

    def _files(self, names: tuple[str, ...]) -> Iterator[Path]:
        for folder in self.folders:
            yield from (folder / name for name in names if (folder / name).exists())

    def _bound(self, names: tuple[str, ...], most: int) -> bool:
        for path in self._files(names):
            with contextlib.suppress(OSError):
                path.write_text(str(most), encoding="utf-8")
                return True
        return False


def make(memory: int, processes: int) -> Group | None:
    """Make a group; ``None`` where there can be none.

    Args:
        memory: bytes, of all processes, files in memory and the kernel's own.
        processes: and threads.

    """
    name = f"{PREFIX}{os.getpid()}-{next(_numbers)}"
    made: list[Path] = []
    for parent in _own_folders():
        with contextlib.suppress(OSError):
            (parent / name).mkdir()
            made.append(parent / name)
    group = Group(tuple(made), ())
    done = {
        "memory": group._bound(_MEMORY, memory),
        "processes": group._bound(_PROCESSES, processes),
        "processor time": any(group._files(_TIME)),
    }
    for path, text in ((p, text) for n, text in _SWAP for p in group._files((n,))):
        with contextlib.suppress(OSError):
            path.write_text(text, encoding="utf-8")
    active = [what for what, is_active in done.items() if is_active]
    if not active:
        group.remove()
        return None
    return Group(group.folders, (f"control group: {', '.join(active)}",))


def remove_left() -> None:
    """Remove the groups of processes that were killed and could not."""
    for parent in _own_folders():
        for path in parent.glob(f"{PREFIX}*-*"):
            process = path.name.removeprefix(PREFIX).partition("-")[0]
            if not Path("/proc", process).exists():
                with contextlib.suppress(OSError):  # something still runs in it
                    path.rmdir()


def _own_folders() -> Iterator[Path]:
    """Yield this process's own folder in each hierarchy that is of use."""
    text = Path("/proc/self/cgroup").read_text(encoding="utf-8")
    for line in text.splitlines():
        _, kinds, own = line.split(":", 2)
        if kinds and not set(kinds.split(",")) & {"memory", "pids", "cpuacct"}:
            continue
        roots = (ROOT / kinds,) if kinds else (ROOT / "unified", ROOT)
        for root in roots:
            if (root / "cgroup.procs").exists():
                folder = root / own.lstrip("/")
                # In a container the names may be those of the machine outside.
                yield folder if folder.exists() else root
                break
