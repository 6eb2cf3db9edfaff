from __future__ import annotations

import linecache
import re
import sys
import traceback
from contextlib import contextmanager
from functools import partial

import numpy as np

from checks import home

DOTS = re.compile(r"(^|[\s=(,])\.\.\.(?=[\s),]|$)")


class Function:

    def __init__(self, name, function):
        self.name = name
        self.function = function

    def __call__(self, *args, **kwargs):
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

    def __init__(self, name, names):
        self.name = name
        self.names = names

    @contextmanager
    def standing_on(self, **given):
        replaced = getattr(self.names, "replaced", partial(_replaced, self.names))
        with replaced(given):
            yield

    def run(self, function, *args):
        name = function.__name__
        with self.standing_on(**{name: function}):
            return self.names[name](*args)


@contextmanager
def _replaced(names, given):
    before = {name: names[name] for name in given if name in names}
    names.update(given)
    try:
        yield
    finally:
        for name in given:
            names.pop(name, None)
        names.update(before)


@contextmanager
def explained(name):
    try:
        yield
    except AssertionError as error:
        text = str(error) or "an assert failed"
        hint = _hint(text)
        end = f".{hint}" if hint else ""
        raise AssertionError(f"{name} raised AssertionError: {text}{end}") from error
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        if home.AT_HOME and isinstance(error, KeyboardInterrupt):
            raise
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


def _hint(text):
    found = (hint for words, hint in KNOWN.items() if words in text)
    return "".join(f" Hint: {hint}" for hint in found)


def _advice(error):
    if isinstance(error, UnboundLocalError):
        return " It is not set on every way through the function."
    frames = _students_frames(error.__traceback__)
    lines = linecache.getlines(frames[-1].filename) if frames else []
    if home.AT_HOME and isinstance(error, NameError) and any(map(DOTS.search, lines)):
        return " There is still a `...` to replace in this cell."
    return _hint(str(error))


def _students_frames(trace):
    return [
        frame for frame in traceback.extract_tb(trace) if is_students(frame.filename)
    ]


def is_students(filename):
    return filename.startswith("<") or "ipykernel_" in filename


def students_line(trace):
    frames = _students_frames(trace)
    if not frames:
        return ""
    last = frames[-1]
    quoted = f": `{last.line}`" if last.line else ""
    return f" (line {last.lineno} of its cell{quoted})"


def _copied(value):
    if isinstance(value, np.ndarray):
        return value.copy()
    torch = sys.modules.get("torch")
    if torch and isinstance(value, torch.Tensor) and not value.requires_grad:
        return value.clone()
    return value
