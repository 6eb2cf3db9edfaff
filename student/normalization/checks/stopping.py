from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager

from checks.answers import is_students


@contextmanager
def stoppable():
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


def _stop(_, frame):
    while frame:
        if is_students(frame.f_code.co_filename):
            frame.f_trace = _once_more
        frame = frame.f_back
    sys.settrace(lambda *_: None)
    raise KeyboardInterrupt


def _once_more(_, event, __):
    if event == "line":
        raise KeyboardInterrupt
    return _once_more
