"""The student's process: runs the cells of one notebook, and answers the tests' calls.

It is forked from a process that never read a test, and is fenced before it reads the
notebook. Whatever happens in here, the tests and the scores are elsewhere.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import Any

import numpy as np

from homework.grading.notebook import NotebookError, read_notebook
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
from homework.grading.shell import Shell, otter_for
from homework.grading.wire.failures import Failure
from homework.grading.wire.peer import Peer

STEPS_BACK = 1  # of a worker's priority behind its grader's
USER = "student"  # has no line in /etc/passwd
NOT_THERE = object()  # in the place of a name's value
MOST_FILES = 100  # of the working folder that tests may look at


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
    layers = (*layers, *(group.layers if group else ()))
    os.environ.update(dict.fromkeys(("USER", "LOGNAME"), USER))
    # One loop and one context for all cells: NumPy's settings live in the context.
    asyncio.new_event_loop().run_until_complete(_run(peer, shell, list(layers)))


async def _run(peer: Peer, shell: Shell, layers: list[str]) -> None:
    names = shell.user_ns
    notebook, seed, variable = peer.request("start", layers)
    peer.handlers.update(_about_names(names))
    peer.handlers.update(_sleepers())

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
            await _run_cell(peer, shell, number, step.source)
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


async def _run_cell(peer: Peer, shell: Shell, number: int, source: str) -> None:
    try:
        error = await shell.run(source)
        await asyncio.sleep(0)  # what the cell has begun goes on
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
        gone: dict[str, bytes | None] = dict.fromkeys(before.keys() - known.keys())
        for name in changed:
            with suppress(OSError):  # it may not be let, or was quicker
                gone[name] = Path(name).read_bytes()
        return gone

    return files


def _sleepers() -> dict[str, Callable[..., Any]]:
    """Return what keeps copies of this process as it is, and wakes them later.

    Hidden tests run when the notebook has come to its end, and see what a question's
    check cell saw: a copy, which slept since, answers them in this process's place.
    """
    asleep: dict[str, tuple[int, int]] = {}  # by question: process, pipe to wake it

    def keep(peer: Peer, question: str) -> bool:
        end(peer, question, b"")
        with suppress(Exception):  # the thread that looks after its bars is idle
            sys.modules["tqdm"].tqdm.monitor.exit()
        if not _has_one_thread():
            return False  # a fork beside threads can hang
        waits, wakes = os.pipe()
        marks = _marks()
        process = os.fork()
        if process:
            os.close(waits)
            asleep[question] = process, wakes
            return True
        try:
            for pipe in (wakes, *(pipe for _, pipe in asleep.values())):
                os.close(pipe)
            if os.read(waits, 1) and _marks() == marks:  # the files are not copied
                peer.request("hidden", question)
        finally:
            os._exit(0)

    def end(_: Peer, question: str, how: bytes = b"!") -> None:
        process, wakes = asleep.pop(question, (0, 0))
        if process:
            os.write(wakes, how)
            os.close(wakes)
            with suppress(ChildProcessError):  # the notebook waited for it
                os.waitpid(process, 0)

    return {"keep": keep, "wake": end}


def _has_one_thread() -> bool:
    """Look for other threads; one that has ended is there a moment longer."""
    for _ in range(20):
        if len(os.listdir("/proc/self/task")) == 1:
            return True
        time.sleep(0.001)
    return False


def _marks() -> dict[str, tuple[int, int]]:
    """Return time and size of the files of the working folder, as far as it is let."""
    try:
        with os.scandir() as entries:
            found = [each for each in entries if each.is_file(follow_symlinks=False)]
        marks = {each.name: each.stat() for each in found[:MOST_FILES]}
    except OSError:  # cells may go where nothing can be read
        return {}
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
