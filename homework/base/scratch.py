"""Temporary folders that the next start removes, should their owner be killed.

Each holds a lock that its owner has; the system takes it away from a process that has
ended, however it ended.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

LOCK = "lock"
MAKING_S = 600.0  # a folder without a lock is being made, or was left long ago


class Scratch:
    """A temporary folder of one process.

    Args:
        prefix: of its name; what earlier owners left under it is removed first.

    """

    def __init__(self, prefix: str) -> None:
        for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
            if _has_no_owner(left):
                remove(left)
        self.folder = Path(tempfile.mkdtemp(prefix=prefix))
        beside = self.folder / f"{LOCK}.new"
        self._lock = os.open(beside, os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        beside.rename(self.folder / LOCK)  # so nobody sees it without its owner

    def __enter__(self) -> Path:
        return self.folder

    def __exit__(self, *_: object) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        remove(self.folder)
        os.close(self._lock)


def _has_no_owner(folder: Path) -> bool:
    about = None
    try:
        about = folder.lstat()
        if about.st_uid != os.geteuid() or folder.is_symlink():
            return False
        lock = os.open(folder / LOCK, os.O_RDWR)
    except FileNotFoundError:
        return about is not None and time.time() - about.st_mtime > MAKING_S
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(lock)


def remove(folder: Path) -> None:
    """Remove a folder that anybody wrote to: however deep, whatever it permits."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        if os.geteuid() != 0:
            _run_quietly("chmod", "-R", "u+rwx", folder)
        _run_quietly("rm", "-rf", folder)


def _run_quietly(*command: str | Path) -> None:
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
