"""Errors as they cross from one process to the other."""

from __future__ import annotations

import builtins
import linecache
import re
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType, FunctionType, TracebackType
from typing import Any

from homework.grading.wire.frames import ProtocolError

INNER_NAME = re.compile(r"[\w.]+\.<locals>\.")  # of a function that a test defines
LONGEST_TEXT = 4000  # characters of an error's message


@dataclass
class Failure:
    """An error as it crosses: the name of its class, a built-in base, text, place."""

    name: str
    base: str
    text: str
    line: int
    source: str

    @classmethod
    def of(cls, error: BaseException, *, tells_line: bool = True) -> Failure:
        """Describe an error; where its text cannot be had, say so.

        Args:
            error: any error.
            tells_line: whether to quote where it was raised; a test's lines are secret.

        """
        base = next(
            kind for kind in type(error).__mro__ if kind.__module__ == "builtins"
        )
        try:
            text = str(error)[:LONGEST_TEXT]
        except Exception:  # the class is the student's
            text = "(its text cannot be shown)"
        line, source = _students_line(error) if tells_line else (0, "")
        if not tells_line:
            text = INNER_NAME.sub("", str(text))
        return cls(str(type(error).__name__), base.__name__, str(text), line, source)

    def error(self) -> BaseException:
        """Return an error of the same name, base and text, from the student's line.

        Raises:
            ProtocolError: when no built-in error is of that name.

        """
        if self.base not in BASES:
            raise ProtocolError("There is no such error.")
        base, text = BASES[self.base], self.text
        name = self.name[:100] if self.name.isidentifier() else base.__name__
        kind: Any = type(name, (base,), {"__str__": lambda _: text})
        error: BaseException = kind.__new__(kind)
        if not self.line:
            return error
        # A frame of a file that linecache shows: messages quote the student's line.
        lines = ["\n"] * (self.line - 1) + [self.source + "\n"]
        linecache.cache[CELL] = (1, None, lines, CELL)
        return error.with_traceback(TracebackType(None, FRAME, -1, self.line))


CELL = "<cell>"
FRAME: FrameType = FunctionType(
    (lambda: sys._getframe()).__code__.replace(co_filename=CELL), {"sys": sys}
)()
# Those that cannot be raised without arguments, or mean something to Python itself: a
# test's `map` over a student's function would end at StopIteration as if all was seen.
ODD: tuple[type[BaseException], ...] = (BaseException, GeneratorExit)
ODD += (BaseExceptionGroup, ExceptionGroup, StopIteration, StopAsyncIteration)
BASES: dict[str, type[BaseException]] = {
    name: Exception if kind in ODD else kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}


def _students_line(error: BaseException) -> tuple[int, str]:
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith("<")
    ]
    if not frames or not 0 < (frames[-1].lineno or 0) < 10_000:
        return 0, ""
    return frames[-1].lineno or 0, (frames[-1].line or "")[:500]


def texts(described: Any) -> Iterator[Any]:
    """Yield the parts of a described error; refuse what is none."""
    name, base, text, line, source = described
    kinds = [type(part) for part in described]
    if kinds != [str, str, str, int, str] or not 0 <= line < 10_000:
        raise ProtocolError("An error is not described.")
    yield from (name[:LONGEST_TEXT], base, text[:LONGEST_TEXT])
    yield from (line, source[:LONGEST_TEXT])
