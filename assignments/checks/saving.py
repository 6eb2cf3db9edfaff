"""Ask JupyterLab to save the notebook, so that its file is what is on the screen.

The page obeys while a cell runs, through a widget of ipylab, which comes with Otter.
Other front ends do not answer; then the file stays as it was last saved.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Collection
from pathlib import Path
from typing import Any


class Screen:
    """The page that a notebook is on."""

    def __init__(self) -> None:
        # Jupyter's servers name the notebook so; VS Code and nbclient do not answer.
        self.may_listen = (
            "JPY_SESSION_NAME" in os.environ and "VSCODE_PID" not in os.environ
        )
        self.listens = self.may_listen
        self.answered = False
        self._commands: Any = None

    def save(self, path: Path | None, among: Collection[Path]) -> set[Path]:
        """Have the notebook saved; return which files were written.

        The page saves what is in front. When that is something else, it is asked to
        save all that is open. A page that answered last time is given half a minute:
        it may be busy. One that did not is not asked again until `listen`.

        Args:
            path: the notebook's file; None when any of the others may be it.
            among: files that may be the notebook's.

        """
        before = {each: _changed(each) for each in among}
        written: set[Path] = set()
        for command in ("save", "save-all"):
            is_slow = command == "save-all" and self.answered and not written
            seconds = 27 if is_slow else 3
            try:
                self._ask(f"docmanager:{command}")
            except Exception:  # what a front end lacks is its affair
                self.listens = False
            end = time.monotonic() + seconds
            while self.listens and time.monotonic() < end:
                time.sleep(0.05)
                written = {
                    each
                    for each, at in before.items()
                    if _changed(each) != at and _whole(each)
                }
                if path in written or (path is None and written):
                    self.answered = True
                    return written
        self.listens, self.answered = self.answered or bool(written), False
        return written

    def listen(self) -> None:
        """Ask the page once more, though it was silent."""
        self.listens = self.may_listen

    def _ask(self, command: str) -> None:
        if self.listens and self._commands is None:
            from ipylab.commands import CommandRegistry

            self._commands = CommandRegistry()
        if self.listens:
            self._commands.execute(command)


def _changed(path: Path) -> int:
    """Return when a file was written, in nanoseconds; 0 when it is not there."""
    return path.stat().st_mtime_ns if path.is_file() else 0


def _whole(path: Path) -> bool:
    """Say whether a notebook is written to its end, which takes a moment."""
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True
