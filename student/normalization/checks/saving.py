from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any


class Screen:

    def __init__(self):
        self.may_listen = (
            "JPY_SESSION_NAME" in os.environ and "VSCODE_PID" not in os.environ
        )
        self.listens = self.may_listen
        self.answered = False
        self._commands: Any = None

    def save(self, path, among):
        before = {each: _changed(each) for each in among}
        written: set[Path] = set()
        for command in ("save", "save-all"):
            is_slow = command == "save-all" and self.answered and not written
            seconds = 27 if is_slow else 3
            try:
                self._ask(f"docmanager:{command}")
            except Exception:
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

    def listen(self):
        self.listens = self.may_listen

    def _ask(self, command):
        if self.listens and self._commands is None:
            from ipylab.commands import CommandRegistry

            self._commands = CommandRegistry()
        if self.listens:
            self._commands.execute(command)


def _changed(path):
    return path.stat().st_mtime_ns if path.is_file() else 0


def _whole(path):
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return True
