"""Ctrl-C that cannot get lost.

Python raises it wherever the program happens to be, and drops it, with a traceback on
the terminal, where an error can go nowhere: inside what runs at a fork, or when an
object is removed. Whoever works for long notes it, and asks in between whether it came.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def heard() -> Iterator[Callable[[], None]]:
    """Note Ctrl-C meanwhile; only a second one is raised at once.

    Yields:
        A function that raises the KeyboardInterrupt that came before, if one did.

    """
    came = False

    def note(*_: Any) -> None:
        nonlocal came
        if came:
            raise KeyboardInterrupt
        came = True

    def ask() -> None:
        if came:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield ask  # signals are the main thread's
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield ask
    finally:
        signal.signal(signal.SIGINT, before)
