"""What a student wrote, made safe to call: every failure becomes a sentence."""

from __future__ import annotations

import linecache
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import Any

import numpy as np

from checks import home

DOTS = re.compile(r"(^|[\s=(,])\.\.\.(?=[\s),]|$)")


class Function:
    """A student's function (or class) under the name that the student gave it.

    A call passes copies of arrays and tensors, so that it cannot spoil a test. Whatever
    happens inside becomes an `AssertionError` that names the function, the error and
    the line: also `SystemExit`, which would end the whole grading.
    """

    def __init__(self, name: str, function: Any) -> None:
        self.name = name
        self.function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the student's function.

        Raises:
            AssertionError: when it is missing, not callable, or raises.

        """
        if self.function is None or self.function is ...:
            raise AssertionError(
                f"{self.name} is not defined. Run the cell that defines it, "
                "and keep the name as it is given."
            )
        if not callable(self.function):
            kind = type(self.function).__name__
            raise AssertionError(f"{self.name} should be a function, but is a {kind}.")
        args = tuple(_copied(value) for value in args)
        kwargs = {key: _copied(value) for key, value in kwargs.items()}
        with explained(self.name):
            return self.function(*args, **kwargs)


class Notebook:
    """The student's notebook as a namespace: its names, read and replaced."""

    def __init__(self, name: str, names: dict[str, Any]) -> None:
        self.name = name
        self.names = names

    @contextmanager
    def standing_on(self, **given: Any) -> Iterator[None]:
        """Replace names while a test runs, so that earlier mistakes do not follow.

        Args:
            given: the notebook's name and what it means during the test.

        """
        # The names of a notebook in another process are replaced in one message.
        replaced = getattr(self.names, "replaced", partial(_replaced, self.names))
        with replaced(given):
            yield

    def run(self, function: Callable[..., Any], *args: Any) -> Any:
        """Call a function of ours where the student's code runs, and not in the test.

        That may be another process, in which an object can be made that the student's
        code then has at hand: all of it but the functions among ``args``, which stay
        the test's. Such a function gets and gives plain data.

        Args:
            function: of a module that students have, outside of any class or function.
            args: what it is called with.

        """
        name = function.__name__
        with self.standing_on(**{name: function}):
            return self.names[name](*args)


@contextmanager
def _replaced(names: dict[str, Any], given: dict[str, Any]) -> Iterator[None]:
    before = {name: names[name] for name in given if name in names}
    names.update(given)
    try:
        yield
    finally:
        for name in given:
            names.pop(name, None)
        names.update(before)


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn any error of the student's code into a sentence about ``name``.

    Raises:
        AssertionError: naming the error and the student's own line.

    """
    try:
        yield
    except AssertionError as error:
        text = str(error) or "an assert failed"
        hint = _hint(text)  # torch asserts that it has a GPU
        end = f".{hint}" if hint else ""
        raise AssertionError(f"{name} raised AssertionError: {text}{end}") from error
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        if home.AT_HOME and isinstance(error, KeyboardInterrupt):
            raise  # one interrupt stops all the tests
        kind = type(error).__name__
        text = f": {error}" if str(error) else ""
        where = students_line(error.__traceback__)
        raise AssertionError(
            f"{name} raised {kind}{text}{where}.{_advice(error)}"
        ) from error


NO_GPU = (
    "there may be no GPU where this is graded. Use `deeplearning.training.device()`, "
    "or the device of what comes in: `x.device`."
)
# What works on another machine, or in another order, by torch's own words for it.
KNOWN = {
    "uninitialized parameter": (
        "a lazy layer has no weights before it has seen images, so nothing can be "
        "counted or loaded. Write its sizes down: nn.Linear(..., ...)."
    ),
    "with CUDA enabled": NO_GPU,
    "No CUDA GPUs are available": NO_GPU,
    "NVIDIA driver": NO_GPU,
    "CUDA-capable device": NO_GPU,
}


def _hint(text: str) -> str:
    found = (hint for words, hint in KNOWN.items() if words in text)
    return "".join(f" Hint: {hint}" for hint in found)


def _advice(error: BaseException) -> str:
    """Say what a missing name can mean, where it is to be seen."""
    if isinstance(error, UnboundLocalError):
        return " It is not set on every way through the function."
    frames = _students_frames(error.__traceback__)
    lines = linecache.getlines(frames[-1].filename) if frames else []
    if home.AT_HOME and isinstance(error, NameError) and any(map(DOTS.search, lines)):
        return " There is still a `...` to replace in this cell."
    return _hint(str(error))


def _students_frames(trace: TracebackType | None) -> list[traceback.FrameSummary]:
    return [
        frame for frame in traceback.extract_tb(trace) if is_students(frame.filename)
    ]


def is_students(filename: str) -> bool:
    """Say whether code of this file is a notebook's."""
    return filename.startswith("<") or "ipykernel_" in filename


def students_line(trace: TracebackType | None) -> str:
    """Quote the last line of the trace that the student wrote."""
    frames = _students_frames(trace)
    if not frames:
        return ""
    last = frames[-1]
    quoted = f": `{last.line}`" if last.line else ""
    return f" (line {last.lineno} of its cell{quoted})"


def _copied(value: Any) -> Any:
    """Copy an array, or a tensor of plain numbers; a weight stays the model's."""
    if isinstance(value, np.ndarray):
        return value.copy()
    torch = sys.modules.get("torch")
    if torch and isinstance(value, torch.Tensor) and not value.requires_grad:
        return value.clone()
    return value
