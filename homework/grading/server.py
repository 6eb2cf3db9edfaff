"""The warm parents: they import what takes long, once, and fork for each submission.

The base process never reads a test: it forks the workers. Its first child, the desk,
reads the tests, and forks a grader for each submission. The desk tells the base how the
workers of that submission are made; the grader, which will have met a submission, can
only say "one more", over a socket of its own, and hands over its end of the worker's
pipe and of a leash: when the leash closes, for whatever reason, the worker is ended. A
grader is on such a leash too, which the engine holds. Nothing comes back from either.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from homework.base.scratch import remove
from homework.grading import clock, grader, watch
from homework.grading.orders import Job, Order, Times, send, take
from homework.grading.packages import UNLIMITED, Packages, close, open_again
from homework.grading.sandbox import groups, libc
from homework.grading.sandbox.groups import Group
from homework.grading.sandbox.sandbox import (
    MEGABYTE,
    Level,
    Limits,
    fork,
    inner_process,
    reap,
    stop,
)

MOST_WORKERS = 100  # of one submission; a grader in its right mind asks for fewer
# On top of what a submission may use: pages that it shares until it writes to them, and
# the kernel's own; a guard, and one to spare.
OVERHEAD_MB, MORE_PROCESSES = 400, 2
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
    groups.remove_left()
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


class Leashes:
    """Children, each of which ends when its leash is let go, for whatever reason."""

    def __init__(self, poll: select.poll) -> None:
        self.poll = poll
        self.held: dict[int, tuple[int, Callable[[], None]]] = {}

    def hold(
        self, leash: int, process: int, afterwards: Callable[[], None] = lambda: None
    ) -> None:
        """Take a child in, and what is to be done after its end."""
        self.held[leash] = process, afterwards
        self.poll.register(leash, 0)  # closing it is all that it can say

    def end(self, leash: int) -> None:
        """End a child, and all that it started."""
        process, afterwards = self.held.pop(leash)
        self.poll.unregister(leash)
        reap(process)
        os.close(leash)
        afterwards()

    def end_all(self) -> None:
        """End all children."""
        for leash in list(self.held):
            self.end(leash)


@dataclass
class Asker:
    """A grader's socket to the base, and what it gets when it asks."""

    socket: socket.socket
    order: Order
    started: int = 0
    process: int = 0
    group: Group | None = None
    scratch: Path | None = None

    @property
    def is_watched(self) -> bool:
        """Whether there is something that nothing else bounds."""
        sealed = self.order.level == Level.SEALED
        return bool(self.process) and not (sealed and self.group)

    def watch(self) -> None:
        """End the worker, should it use too much."""
        limits = Limits(**self.order.limits)
        bytes_of_files = 2 * limits.file_mb * MEGABYTE
        most, _ = _together(limits)
        if not (self.is_watched and self.scratch and self.scratch.exists()):
            return
        if (
            watch.disk(self.scratch, bytes_of_files) > bytes_of_files
            or watch.memory(self.process) > most
        ):
            stop(self.process)


def _serve_workers(base: socket.socket, work: Callable[..., None]) -> None:
    poll = select.poll()
    poll.register(base, select.POLLIN)
    leashes, askers = Leashes(poll), dict[int, Asker]()
    while True:
        is_watched = any(each.is_watched for each in askers.values())
        waiting = watch.EVERY_MS if is_watched else None
        ready = [descriptor for descriptor, _ in poll.poll(waiting)]
        for leash in leashes.held.keys() & ready:
            leashes.end(leash)
        if not ready:
            for each in askers.values():
                each.watch()
        for number in askers.keys() & ready:
            if not _serve(askers[number], leashes, work):
                poll.unregister(number)
                askers.pop(number).socket.close()
        if base.fileno() in ready:
            message, descriptors = take(base)
            if message is None:
                leashes.end_all()
                return
            (number,) = descriptors
            askers[number] = Asker(socket.socket(fileno=number), Order(**message))
            poll.register(number, select.POLLIN)


def _serve(asker: Asker, leashes: Leashes, work: Callable[..., None]) -> bool:
    """Fork the worker that a grader asks for; say whether it may ask again.

    A grader's word is its descriptors: nothing that it writes is read.
    """
    try:
        said, descriptors, _, _ = socket.recv_fds(asker.socket, 1, 2)
    except OSError:
        return False
    if said and not descriptors:
        return _give_meter(asker)
    asker.started += 1
    if len(descriptors) != 2 or asker.started > MOST_WORKERS:
        for descriptor in descriptors:
            os.close(descriptor)
        return False
    channel, leash = descriptors
    order = asker.order
    scratch = Path(tempfile.mkdtemp(dir=order.scratch))
    asker.scratch = scratch
    group = asker.group = groups.make(*_together(Limits(**order.limits)))
    asker.process = fork(Level(order.level))
    if not asker.process:
        # What is open in here is closed in a moment, in the sandbox.
        order = replace(order, scratch=str(scratch))
        _end(lambda: work(socket.socket(fileno=channel), order, group))
    os.close(channel)

    process = asker.process

    def afterwards() -> None:
        if asker.process == process:
            asker.process = 0  # the number may soon be another process's
        if group:
            group.remove()
        remove(scratch)

    leashes.hold(leash, asker.process, afterwards)
    return True


def _together(limits: Limits) -> tuple[int, int]:
    """Return the bytes of memory and the processes of a submission as a whole."""
    memory_mb = limits.memory_mb + 2 * limits.file_mb + OVERHEAD_MB
    return memory_mb * MEGABYTE, limits.processes + MORE_PROCESSES


def _give_meter(asker: Asker) -> bool:
    """Send the grader the file that says what its worker has used."""
    descriptor = asker.group.meter() if asker.group else None
    try:
        if descriptor is None:
            path = f"/proc/{inner_process(asker.process)}/stat"
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        socket.send_fds(asker.socket, [b"1"], [descriptor], socket.MSG_DONTWAIT)
    except OSError:
        return False
    finally:
        if descriptor is not None:
            os.close(descriptor)
    return True


# --- the desk: forks graders --------------------------------------------------


def desk(control: socket.socket, base: socket.socket, release: Path) -> None:
    """Fork a grader for each job that comes, until no more can come."""
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    open_again()
    sys.path.insert(0, str(release / "files"))
    tests = grader.read_tests(release / "tests")
    grader.import_all(tests)
    send(control, {name: test.possible for name, test in tests.items()}, [])
    assert_one_thread()
    gc.freeze()
    gc.enable()
    poll = select.poll()
    poll.register(control, select.POLLIN)
    leashes = Leashes(poll)
    while True:
        ready = [descriptor for descriptor, _ in poll.poll()]
        for leash in leashes.held.keys() & ready:
            leashes.end(leash)
        if control.fileno() not in ready:
            continue
        message, descriptors = take(control)
        if message is None:
            leashes.end_all()
            return
        events, leash = descriptors
        order = Order(**message.pop("order"))
        times = Times(**message.pop("times"))
        job = Job(**message, times=times)
        asks, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        send(base, asdict(order), [theirs.fileno()])
        theirs.close()
        process = fork(Level(job.level))
        if not process:
            _end(partial(_grade, job, release, tests, asks, events))
        asks.close()
        os.close(events)
        leashes.hold(leash, process)


def _grade(
    job: Job,
    release: Path,
    tests: dict[str, Any],
    asks: socket.socket,
    events: int,
) -> None:
    def meter() -> Callable[[], float]:
        asks.send(b"1")
        _, descriptors, _, _ = socket.recv_fds(asks, 1, 1)
        return clock.meter(*descriptors)

    def start() -> grader.Worker:
        ours, theirs = socket.socketpair()
        kept, given = os.pipe()
        # The base polls the end that we keep nothing of but the other side.
        socket.send_fds(asks, [b"1"], [theirs.fileno(), kept])
        theirs.close()
        os.close(kept)
        return grader.Worker(ours, given, meter)

    grader.main(job, release, tests, start, (asks.fileno(),), events)


if __name__ == "__main__":
    _end(partial(main, int(sys.argv[1]), *sys.argv[2:]))
