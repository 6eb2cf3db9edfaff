"""The warm parents: they import what takes long, once, and fork for each submission.

The base process never reads a test: it forks the workers. Its first child, the desk,
reads the tests, and forks a grader for each submission. A grader asks the base for a
worker over a socket that all graders share, and hands over its end of the worker's pipe
and of a leash: when the leash closes, for whatever reason, the worker is ended.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from homework.base.scratch import remove
from homework.grading import grader
from homework.grading.orders import Job, Order, Times, send, take
from homework.grading.packages import UNLIMITED, Packages, close, open_again
from homework.grading.sandbox import libc
from homework.grading.sandbox.sandbox import Level, fork, reap

MOST_LEARNED = 2000  # modules, from one grader
NEW_OBJECTS = 20_000  # that make Python look for garbage: it is short-lived in here


def assert_one_thread() -> None:
    """Refuse to go on where a fork would not be safe."""
    text = Path("/proc/self/status").read_text(encoding="utf-8")
    if "\nThreads:\t1\n" not in text:
        raise RuntimeError("A module that was imported started a thread.")


# --- the base: forks workers --------------------------------------------------


def main(control: int, release: str, public: str, named: str, *preload: str) -> None:
    """Be the base process until nobody needs it any more.

    Args:
        control: descriptor of the socket on which the engine sends jobs.
        release: folder with ``tests`` and ``files``, for the desk only.
        public: folder with what students have of ``files``.
        named: the packages that answers may import, with commas; or UNLIMITED.
        preload: modules to import before any fork.

    """
    gc.disable()  # imports make next to no garbage
    gc.set_threshold(NEW_OBJECTS)
    packages = None
    if named != UNLIMITED:
        packages = Packages.of([name for name in named.split(",") if name])
        close(packages)
    theirs = [name for name in preload if _lies_in(public, name)]
    _import_all(name for name in preload if name not in theirs)
    base, graders = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    gc.freeze()
    if not os.fork():
        base.close()
        jobs = socket.socket(fileno=control)
        _end(lambda: desk(jobs, graders, Path(release)))
    graders.close()
    os.close(control)
    # The desk, which has its own copy of these modules, imports them meanwhile.
    sys.path.insert(0, public)
    _import_all(theirs)
    sys.path.remove(public)
    from homework.grading import worker
    from homework.grading.shell import make_shell

    shell = make_shell()
    assert_one_thread()
    gc.freeze()
    gc.enable()
    _serve_workers(base, partial(worker.main, shell=shell, packages=packages))


def _lies_in(folder: str, module: str) -> bool:
    place = Path(folder, module.partition(".")[0])
    return place.is_dir() or place.with_suffix(".py").is_file()


def _import_all(names: Iterable[str]) -> None:
    """Import modules; an error in one is for the notebook or the test to show."""
    for name in names:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    assert_one_thread()


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


def _serve_workers(base: socket.socket, work: Callable[..., None]) -> None:
    leashes: dict[int, int] = {}
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
            channel, leash = descriptors
            leashes[leash] = _fork_worker(channel, leash, base, message, work)
            poll.register(leash, 0)  # closing it is all that it can say


def _fork_worker(
    channel: int, leash: int, base: socket.socket, order: Any, work: Callable[..., None]
) -> int:
    process = fork(Level(order["level"]))
    if process:
        os.close(channel)
        return process
    base.close()
    os.close(leash)
    _end(lambda: work(socket.socket(fileno=channel), Order(**order)))


# --- the desk: forks graders --------------------------------------------------


def desk(control: socket.socket, base: socket.socket, release: Path) -> None:
    """Fork a grader for each job that comes, until no more can come."""
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    open_again()
    sys.path.insert(0, str(release / "files"))
    tests = grader.read_tests(release / "tests")
    grader.import_all(tests)
    assert_one_thread()
    gc.freeze()
    gc.enable()
    learned, lessons = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    lessons.setblocking(False)
    poll = select.poll()
    poll.register(control, select.POLLIN)
    poll.register(learned, select.POLLIN)
    while True:
        ready = [descriptor for descriptor, _ in poll.poll()]
        if learned.fileno() in ready:
            # What a grader, which runs trusted code only, has imported late.
            late = (name for name in take(learned)[0] if name not in sys.modules)
            _import_all(name for name in late if not name.startswith("tests of"))
        if control.fileno() not in ready:
            continue
        message, descriptors = take(control)
        if message is None:
            return
        (events,) = descriptors
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if not os.fork():
            control.close()
            learned.close()
            times = Times(**message.pop("times"))
            job = Job(**message, times=times)
            _end(partial(_grade, job, tests, base, events, lessons))
        os.close(events)


def _grade(
    job: Job,
    tests: dict[str, Any],
    base: socket.socket,
    events: int,
    lessons: socket.socket,
) -> None:
    inherited = set(sys.modules)
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    os.sched_setaffinity(0, {job.order["processor"]})

    def start() -> tuple[socket.socket, int]:
        ours, theirs = socket.socketpair()
        kept, given = os.pipe()
        for left in Path(job.order["scratch"]).iterdir():  # by an earlier worker
            remove(left)
        scratch = Path(tempfile.mkdtemp(dir=job.order["scratch"]))
        for path in Path(job.desk).iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, scratch / path.name)
            elif not path.is_symlink():
                shutil.copyfile(path, scratch / path.name)
        order = Order(**{**job.order, "scratch": str(scratch)})
        # The base polls the end that we keep nothing of but the other side.
        send(base, asdict(order), (theirs.fileno(), kept))
        theirs.close()
        os.close(kept)
        return ours, given

    grader.main(job, tests, start, events)
    new = [name for name in sys.modules if name not in inherited]
    if new:
        with contextlib.suppress(BlockingIOError):
            send(lessons, new[:MOST_LEARNED], ())


if __name__ == "__main__":
    _end(partial(main, int(sys.argv[1]), *sys.argv[2:]))
