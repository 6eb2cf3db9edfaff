"""Ask JupyterLab to save the notebook, so that its file is what is on the screen.

The page obeys while a cell runs, through a widget of ipylab, which comes with Otter.
Other front ends do not answer; then the file stays as it was last saved.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any


class Screen:
    """The page that a notebook is on."""

    def __init__(self) -> None:
        # Jupyter's servers name the notebook so; VS Code and nbclient do not answer.
        self.listens = (
            "JPY_SESSION_NAME" in os.environ and "VSCODE_PID" not in os.environ
        )
        self.answered = False
        self._commands: Any = None

    def save(self, path: Path) -> bool:
        """Have the notebook saved; say whether its file was written.

        A page that has answered before is given half a minute: it may be busy. One
        that never did is not asked again.

        Args:
            path: the notebook's file.

        """
        if not self.listens:
            return False
        before = path.stat().st_mtime_ns
        try:
            self._ask()
        except Exception:  # what a front end lacks is its affair
            self.listens = False
            return False
        end = time.monotonic() + (30 if self.answered else 5)
        while time.monotonic() < end:
            time.sleep(0.05)
            if path.is_file() and path.stat().st_mtime_ns != before and _whole(path):
                self.answered = True
                return True
        self.listens = self.answered
        return False

    def _ask(self) -> None:
        if self._commands is None:
            from ipylab.commands import CommandRegistry

            self._commands = CommandRegistry()
        self._commands.execute("docmanager:save")


def _whole(path: Path) -> bool:
    """Say whether a notebook is written to its end, which takes a moment."""
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True
