"""The warm parents: they import what takes long, once, and fork for each submission.

The base process never reads a test: it forks the workers. Its first child, the desk,
reads the tests, and forks a grader for each submission. A grader asks the base for a
worker over a socket that all graders share, and hands over its end of the worker's pipe
and of a leash: when the leash closes, for whatever reason, the worker is ended.
"""

from __future__ import annotations

import array
import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Collection
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from homework.grading import grader, libc, worker
from homework.grading.sandbox import Level, fork, reap

MESSAGE = 2**20
# Packages whose modules are imported early, once a submission has needed them.
LEARNABLE = ("numpy", "torch", "IPython", "traitlets", "scipy", "matplotlib")
LESSONS = 3  # submissions that are learned from
LONGEST_LESSON_S = 15.0
SURVIVED = 7  # how a child ends that could import it all; a module may end it with 0
# Parts of names of modules that are programs, or that change what others do.
UNSUITED = frozenset(
    ("__main__", "conftest", "test", "tests", "testing", "_internal", "terminal")
)


def send(channel: socket.socket, message: Any, descriptors: Collection[int]) -> None:
    """Send one message with open descriptors."""
    rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))
    channel.sendmsg([json.dumps(message).encode()], [rights] if descriptors else [])


def take(channel: socket.socket) -> tuple[Any, list[int]]:
    """Receive one message with its descriptors; ``None`` when nobody is left."""
    text, descriptors, _, _ = socket.recv_fds(channel, MESSAGE, 4)
    return (json.loads(text) if text else None), list(descriptors)


def assert_one_thread() -> None:
    """Refuse to go on where a fork would not be safe."""
    text = Path("/proc/self/status").read_text(encoding="utf-8")
    if "\nThreads:\t1\n" not in text:
        raise RuntimeError("A module that was imported started a thread.")


def learn(names: Collection[str]) -> None:
    """Import modules of known packages that are not imported yet.

    A student's process named them, and a module can end, block or thread the process
    that imports it. So a child tries them first.
    """
    new = list(filter(_is_learnable, names))
    if new and _survives(new):
        _import_all(new)
        assert_one_thread()


def _is_learnable(name: str) -> bool:
    parts = name.split(".")
    known = parts[0] in LEARNABLE and parts[0] in sys.modules
    return known and name not in sys.modules and not UNSUITED.intersection(parts)


def _import_all(names: Collection[str]) -> None:
    for name in names:
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def _survives(names: Collection[str]) -> bool:
    """Whether a child that imports these modules comes to its end with one thread."""
    child = os.fork()
    if not child:

        def attempt() -> None:
            _import_all(names)
            assert_one_thread()
            os._exit(SURVIVED)

        _end(attempt)
    poll = select.poll()
    handle = os.pidfd_open(child)
    poll.register(handle, select.POLLIN)
    if not poll.poll(LONGEST_LESSON_S * 1000):
        signal.pidfd_send_signal(handle, signal.SIGKILL)
    os.close(handle)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == SURVIVED


# --- the base: forks workers --------------------------------------------------


def main(control: int, release: str, preloaded: str) -> None:
    """Be the base process until nobody needs it any more.

    Args:
        control: descriptor of the socket on which the engine sends jobs.
        release: folder with ``tests`` and ``files``, for the desk only.
        preloaded: modules to import, with commas between.

    """
    shell = worker.make_shell()
    for name in filter(None, preloaded.split(",")):
        importlib.import_module(name)
    base, graders = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    assert_one_thread()
    gc.freeze()
    if not os.fork():
        base.close()
        _end(lambda: desk(socket.socket(fileno=control), graders, Path(release)))
    graders.close()
    os.close(control)
    _serve_workers(base, shell)


def _end(what: Any) -> NoReturn:
    """Do something in a child, and end the child without the parent's clean-up."""
    status = 1
    try:
        what()
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


def _serve_workers(base: socket.socket, shell: worker.Shell) -> None:
    leashes: dict[int, int] = {}
    lessons = 0
    poll = select.poll()
    poll.register(base, select.POLLIN)
    while True:
        for descriptor, _ in poll.poll():
            if descriptor in leashes:
                poll.unregister(descriptor)
                reap(leashes.pop(descriptor))
                os.close(descriptor)
                continue
            message, descriptors = take(base)
            if message is None:
                for process in leashes.values():
                    reap(process)
                return
            if "modules" in message:
                if lessons < LESSONS:
                    learn(message["modules"])
                lessons += 1
                continue
            channel, leash = descriptors
            leashes[leash] = _fork_worker(channel, leash, base, message, shell)
            poll.register(leash, 0)  # closing it is all that it can say


def _fork_worker(
    channel: int, leash: int, base: socket.socket, order: Any, shell: worker.Shell
) -> int:
    process = fork(Level(order["level"]))
    if process:
        os.close(channel)
        return process
    base.close()
    os.close(leash)
    _end(
        lambda: worker.main(socket.socket(fileno=channel), worker.Order(**order), shell)
    )


# --- the desk: forks graders --------------------------------------------------


def desk(control: socket.socket, base: socket.socket, release: Path) -> None:
    """Fork a grader for each job that comes, until no more can come."""
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    sys.path.insert(0, str(release / "files"))
    tests = grader.read_tests(release / "tests")
    back, lessons = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    lessons.setblocking(False)
    poll = select.poll()
    poll.register(control, select.POLLIN)
    poll.register(back, select.POLLIN)
    learned = 0
    while True:
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        for descriptor, _ in poll.poll(1000):
            if descriptor == back.fileno():
                names, _ = take(back)
                if learned < LESSONS:
                    _learn_all(names)
                    assert_one_thread()
                learned += 1
                continue
            message, descriptors = take(control)
            if message is None:
                return
            (events,) = descriptors
            if not os.fork():
                control.close()
                back.close()
                times = grader.Times(**message.pop("times"))
                job = grader.Job(**message, times=times)
                _end(partial(_grade, job, tests, base, lessons, events))
            os.close(events)


def _learn_all(names: Collection[str]) -> None:
    """Import what a grader imported; it runs trusted code only."""
    for name in names:
        if name not in sys.modules and not name.startswith("tests of"):
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def _grade(
    job: grader.Job,
    tests: dict[str, Any],
    base: socket.socket,
    lessons: socket.socket,
    events: int,
) -> None:
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    inherited = set(sys.modules)

    def start() -> tuple[socket.socket, int]:
        ours, theirs = socket.socketpair()
        kept, given = os.pipe()
        scratch = Path(tempfile.mkdtemp(dir=job.order["scratch"]))
        for path in Path(job.desk).iterdir():
            if not path.is_symlink():
                shutil.copyfile(path, scratch / path.name)
        order = worker.Order(**{**job.order, "scratch": str(scratch)})
        # The base polls the end that we keep nothing of but the other side.
        send(base, asdict(order), (theirs.fileno(), kept))
        theirs.close()
        os.close(kept)
        return ours, given

    def learned(modules: Collection[str]) -> None:
        packages = [name for name in modules if name.split(".")[0] in LEARNABLE]
        send(base, {"modules": packages[:2000]}, ())

    grader.main(job, tests, start, events, learned)
    new = [name for name in sys.modules if name not in inherited]
    with contextlib.suppress(BlockingIOError):
        send(lessons, new[:2000], ())


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
