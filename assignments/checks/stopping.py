"""One interrupt stops a student's code, also a loop that catches everything."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from checks.answers import is_students


@contextmanager
def stoppable() -> Iterator[None]:
    """Let an interrupt end what runs here, also where `except:` catches it.

    The interrupt is raised where the student's code is, and once more on the next line
    that runs there: a handler would be that line.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before, traced = signal.getsignal(signal.SIGINT), sys.gettrace()
    signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        sys.settrace(traced)
        signal.signal(signal.SIGINT, before)


def _stop(_: int, frame: FrameType | None) -> None:
    while frame:
        if is_students(frame.f_code.co_filename):
            frame.f_trace = _once_more
        frame = frame.f_back
    sys.settrace(lambda *_: None)  # without one, a frame's own is not asked
    raise KeyboardInterrupt


def _once_more(_: FrameType, event: str, __: Any) -> Any:
    if event == "line":
        raise KeyboardInterrupt
    return _once_more
