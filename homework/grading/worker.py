"""The student's process: runs the cells of one notebook, and answers the tests' calls.

It is forked from a process that never read a test, and is fenced before it reads the
notebook. Whatever happens in here, the tests and the scores are elsewhere.
"""

from __future__ import annotations

import ast
import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from types import ModuleType
from typing import Any
from warnings import catch_warnings

import numpy as np
from IPython.core.displayhook import DisplayHook
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell

from homework.grading.orders import Order
from homework.grading.packages import Packages
from homework.grading.sandbox.groups import Group
from homework.grading.sandbox.sandbox import (
    Level,
    Limits,
    Role,
    SandboxError,
    enter,
)
from homework.grading.wire.failures import Failure
from homework.grading.wire.peer import Peer

IGNORED = "otter_ignore"
REFUSED = "Grading does not run system commands; this line was left out: {}"
MISSING = "missing"
STEPS_BACK = 1  # of a worker's priority behind its grader's
NOT_THERE = object()  # in the place of a name's value
MOST_FILES = 100  # of the working folder that tests may look at


class NotebookError(Exception):
    """The file is no notebook; says why."""


@dataclass(frozen=True)
class Step:
    """One code cell, or the checks that the metadata of a cell asks for."""

    source: str
    checks: tuple[str, ...] = ()


# --- the notebook -------------------------------------------------------------


def read_notebook(data: bytes) -> tuple[str, list[Step]]:
    """Return the assignment that a notebook names ("" for none), and its steps.

    Raises:
        NotebookError: in words, when it cannot be read.

    """
    if not data.strip():
        raise NotebookError("the file is empty")
    try:
        notebook = json.loads(_text(data))
        sheets = notebook.get("worksheets") or [notebook]
        cells = [cell for sheet in sheets for cell in sheet["cells"]]
        otter = notebook.get("metadata", {}).get("otter", {})
        return str(otter.get("assignment_name", "")), list(_steps(cells))
    except RecursionError as error:
        raise NotebookError("its JSON is nested too deeply") from error
    except MemoryError as error:
        raise NotebookError("it needs too much memory") from error
    except ValueError as error:
        raise NotebookError(f"it is not JSON ({error})") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise NotebookError("it is JSON, but not a notebook with cells") from error


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16", "latin-1"):
        if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotebookError("its characters cannot be read")


def _steps(cells: list[Any]) -> Iterator[Step]:
    for cell in cells:
        metadata = cell.get("metadata", {})
        otter = metadata.get("otter", {})
        if IGNORED in metadata.get("tags", ()) or otter.get("ignore", False):
            continue
        if cell.get("cell_type") == "code":
            source = cell.get("source", cell.get("input", ""))
            yield Step(source if isinstance(source, str) else "".join(source))
        if tests := tuple(str(name) for name in otter.get("tests", ())):
            yield Step("", tests)


# --- the shell ----------------------------------------------------------------


class Silent(DisplayHook):
    """Shows a cell's last value to nobody, but asks for its text as Jupyter does."""

    def __call__(self, result: Any = None) -> None:
        """Compute the text, so that an error in it is the cell's."""
        if result is not None:
            hook: Any = self  # IPython has no types here
            hook.compute_format_data(result)
            hook.update_user_ns(result)


class Shell(InteractiveShell):
    """IPython without a terminal, a history or a system shell."""

    displayhook_class = Silent

    def system(self, cmd: str) -> None:
        """Refuse a line such as ``!pip install x``; the cell goes on."""
        print(REFUSED.format(cmd))  # noqa: T201  # the student's output

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """Refuse ``files = !ls`` too."""
        del depth
        self.system(cmd)
        return [] if split else ""

    def ask_exit(self) -> None:
        """End the cell that calls ``exit()``, and not the notebook."""
        raise SystemExit

    @contextmanager
    def _tee(self, channel: str) -> Iterator[None]:
        """Keep no copy of what is printed: IPython would, in memory, without end."""
        del channel
        yield

    def showtraceback(self, *_: Any, **__: Any) -> None:
        """Leave errors to who runs the cell."""

    showsyntaxerror = showindentationerror = showtraceback

    def transform_cell(self, raw_cell: str) -> str:
        """Look for magics only where a cell is no Python as it stands.

        The search takes longer than the compiler. What is on one line may be the name
        of a magic, and IPython takes away what is before the first line.
        """
        if "\n" in raw_cell.strip() and not raw_cell[0].isspace():
            with suppress(Exception), catch_warnings(action="ignore"):
                ast.parse(raw_cell)
                return raw_cell.rstrip("\n") + "\n"
        transform: Any = super().transform_cell  # IPython has no types here
        return str(transform(raw_cell))


def make_shell() -> Shell:
    """Make the shell, before a fork: that takes a tenth of a second."""
    HistoryManager.enabled = False  # type: ignore[assignment]  # for all instances
    shell: Shell = Shell.instance(colors="nocolor")
    register: Any = shell.register_magic_function
    for name in ("pip", "conda", "uv", "mamba", "micromamba"):
        register(shell.system, "line", name)
    for name in ("bash", "sh", "script", "system", "sx", "perl", "ruby"):
        register(
            lambda line, _="", name=name: shell.system(f"%%{name} {line}"),
            "line_cell",
            name,
        )
    return shell


def otter_for(check: Callable[[str], None]) -> ModuleType:
    """Make the ``otter`` that a notebook imports: its checks ask the grader."""

    class Notebook:
        """Otter's notebook as far as students use it; tells nothing about scores."""

        def __init__(self, *_: Any, **__: Any) -> None:
            self.tests_url_prefix = ""

        def check(self, question: str, *_: Any, **__: Any) -> None:
            """Have a question graded now."""
            check(str(question))

        def _nothing(self, *_: Any, **__: Any) -> None:
            """Do nothing while grading."""

        check_all = export = to_pdf = add_plugin_files = run_plugin = _nothing

    made = ModuleType("otter", "Otter-Grader, as far as a notebook uses it.")
    made.__dict__.update(Notebook=Notebook, __version__="7.0.0")
    return made


# --- the process --------------------------------------------------------------


def main(
    channel: socket,
    order: Order,
    group: Group | None,
    shell: Shell,
    packages: Packages | None,
) -> None:
    """Be the worker: fence, run, answer. Returns when all is done.

    Args:
        channel: to the grader.
        order: what it works on, and within which limits.
        group: counts and bounds what it uses, where there can be one.
        shell: runs the cells.
        packages: that can be imported; by default all.

    """
    os.sched_setaffinity(0, {order.processor})
    peer = Peer(channel, trusts=True)
    try:
        if group:
            group.enter()
        layers = enter(
            Path(order.scratch),
            Limits(**order.limits),
            Level(order.level),
            keep=(channel.fileno(),),
            readable=[Path(path) for path in order.readable],
            only=packages.readable if packages else {},
            contents=Path(order.handed_in),
            role=Role(steps_back=STEPS_BACK),
        )
    except (SandboxError, OSError) as error:
        peer.request("refused", str(error))
        return
    sys.path[:0] = order.path
    sys.path.append(os.getcwd())
    np.random.seed()
    random.seed()
    _run(peer, shell, [*layers, *(group.layers if group else ())])


def _run(peer: Peer, shell: Shell, layers: list[str]) -> None:
    names = shell.user_ns
    notebook, seed, variable = peer.request("start", layers)
    peer.handlers.update(_about_names(names))

    def check(question: str) -> None:
        if not peer.request("check", question):
            print(f"There is no question {question!r} to check.")  # noqa: T201

    otter = otter_for(check)
    sys.modules["otter"] = otter
    names.update(otter=otter, grader=otter.Notebook(), __name__="__main__")
    try:
        assignment, steps = read_notebook(notebook)
    except NotebookError as error:
        peer.request("unreadable", str(error))
        return
    if not peer.request("notebook", assignment, len(steps)):
        return
    for number, step in enumerate(steps):
        if not peer.request("cell", number):
            continue
        for question in step.checks:
            check(question)
        if step.source:
            _seed(names, seed, variable)
            _run_cell(peer, shell, number, step.source)
    peer.request("done")


def _seed(names: dict[str, Any], seed: int | None, variable: str | None) -> None:
    """Do what Otter writes above every cell when it is configured to."""
    if seed is None:
        return
    if variable:
        names[variable] = seed
        return
    np.random.seed(seed)
    random.seed(seed)


def _run_cell(peer: Peer, shell: Shell, number: int, source: str) -> None:
    run: Any = shell.run_cell
    try:
        result = run(source)
        error = result.error_before_exec or result.error_in_exec
    except (Exception, SystemExit, KeyboardInterrupt) as outer:
        error = outer
    if error is not None:
        failure = Failure.of(error)
        peer.request("error", number, failure.name, failure.text)


def _written_files() -> Callable[[Peer], dict[str, bytes | None]]:
    """Return what answers which files of the folder are new, changed or gone."""
    known = _marks()

    def files(_: Peer) -> dict[str, bytes | None]:
        nonlocal known
        before, known = known, _marks()
        changed = [name for name, mark in known.items() if before.get(name) != mark]
        gone = dict.fromkeys(before.keys() - known.keys())
        return gone | {name: Path(name).read_bytes() for name in changed}

    return files


def _marks() -> dict[str, tuple[int, int]]:
    """Return time and size of the files of the working folder."""
    with os.scandir() as entries:
        found = [each for each in entries if each.is_file(follow_symlinks=False)]
    marks = {each.name: each.stat() for each in found[:MOST_FILES]}
    return {name: (mark.st_mtime_ns, mark.st_size) for name, mark in marks.items()}


def _about_names(names: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return the answers to questions about the notebook's global names."""
    replaced: list[dict[str, Any]] = []

    def name(_: Peer, wanted: str) -> Any:
        return (True, names[wanted]) if wanted in names else (False, None)

    def set_name(_: Peer, wanted: str, value: Any) -> None:
        names[wanted] = value

    def drop_name(_: Peer, wanted: str) -> None:
        names.pop(wanted, None)

    def replace(_: Peer, given: dict[str, Any]) -> None:
        replaced.append({name: names.get(name, NOT_THERE) for name in given})
        names.update(given)

    def restore(_: Peer) -> None:
        for name, value in replaced.pop().items():
            if value is NOT_THERE:
                names.pop(name, None)
            else:
                names[name] = value

    def begin(peer: Peer, wanted: list[str]) -> dict[str, Any]:
        peer.forget()
        return {name: names[name] for name in wanted if name in names}

    def all_names(_: Peer) -> list[str]:
        return [name for name in list(names) if isinstance(name, str)]

    return {
        "name": name,
        "set name": set_name,
        "drop name": drop_name,
        "names": all_names,
        "replace": replace,
        "restore": restore,
        "begin": begin,
        "files": _written_files(),
    }
