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
from dataclasses import asdict, dataclass, field, replace
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
# What NumPy, Python and torch import only when something asks for it.
NEEDED = ("numpy.random", "encodings.cp437", "encodings.utf_8_sig")
NEEDED_BESIDE_TORCH = ("homework.grading.wire.tensors", "torch.profiler._cupti_monitor")
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
    _import_all([*NEEDED, *(name for name in preload if name not in theirs)])
    if "torch" in sys.modules:
        _import_all(NEEDED_BESIDE_TORCH)
    base, graders = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    gc.freeze()
    reads_tests = os.fork()
    if not reads_tests:
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
    os.waitpid(reads_tests, 0)  # so that its seconds are counted as this command's


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
    except (ConnectionError, EOFError, KeyboardInterrupt):
        pass  # whom it works for is gone, and nobody reads why
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
    seconds: watch.Seconds = field(default_factory=watch.Seconds)
    account: int = -1  # a file for the seconds of all its processes, where no group is

    @property
    def is_watched(self) -> bool:
        """Whether there is something that nothing else bounds."""
        sealed = self.order.level == Level.SEALED
        counted = self.group and self.account < 0
        return bool(self.process) and not (sealed and counted)

    def watch(self) -> None:
        """Write down what the worker's processes have used; end it, if too much."""
        if self.process and self.account >= 0:
            used = int(self.seconds.look(self.process) * 1e9)
            os.pwrite(self.account, b"%d" % used, 0)
        limits = Limits(**self.order.limits)
        bytes_of_files = 2 * limits.file_mb * MEGABYTE
        most, _ = _together(limits)
        if not (self.is_watched and self.scratch and self.scratch.exists()):
            return
        files = watch.disk(self.scratch, bytes_of_files)
        if (
            files + watch.unlinked(self.process, self.scratch) > bytes_of_files
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
                _forget(askers[number])
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
    _forget(asker)
    asker.started += 1
    if len(descriptors) != 2 or asker.started > MOST_WORKERS:
        for descriptor in descriptors:
            os.close(descriptor)
        return False
    channel, leash = descriptors
    try:
        _start_worker(asker, leashes, leash, partial(_work, work, channel))
    except OSError:  # the engine has removed its folder, or there are no processes left
        os.close(leash)
        return False
    finally:
        os.close(channel)
    return True


def _work(work: Callable[..., None], channel: int, *rest: Any) -> None:
    work(socket.socket(fileno=channel), *rest)


def _start_worker(
    asker: Asker, leashes: Leashes, leash: int, work: Callable[..., None]
) -> None:
    """Fork a worker, and hold it on a leash.

    Raises:
        OSError: when there can be none.

    """
    order = asker.order
    scratch = asker.scratch = Path(tempfile.mkdtemp(dir=order.scratch))
    group = asker.group = groups.make(*_together(Limits(**order.limits)))
    try:
        process = fork(Level(order.level))
    except OSError:
        _clear(group, scratch)
        raise
    if not process:
        # What is open in here is closed in a moment, in the sandbox.
        order = replace(order, scratch=str(scratch))
        _end(lambda: work(order, group))
    asker.process = process

    def afterwards() -> None:
        if asker.process == process:
            asker.process = 0  # the number may soon be another process's
        _clear(group, scratch)

    leashes.hold(leash, process, afterwards)


def _clear(group: Group | None, scratch: Path) -> None:
    """Remove what a worker had."""
    if group:
        group.remove()
    remove(scratch)


def _together(limits: Limits) -> tuple[int, int]:
    """Return the bytes of memory and the processes of a submission as a whole."""
    memory_mb = limits.memory_mb + 2 * limits.file_mb + OVERHEAD_MB
    return memory_mb * MEGABYTE, limits.processes + MORE_PROCESSES


def _give_meter(asker: Asker) -> bool:
    """Send the grader the files that say what its worker has used."""
    opened = []
    try:
        descriptor = asker.group.meter() if asker.group else None
        if descriptor is None:
            path = f"/proc/{inner_process(asker.process)}/stat"
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            _forget(asker)
            asker.account = os.memfd_create("seconds")
            os.pwrite(asker.account, b"0", 0)
            opened = [os.dup(asker.account)]
        opened.append(descriptor)
        socket.send_fds(asker.socket, [b"1"], opened, socket.MSG_DONTWAIT)
    except OSError:
        return False
    finally:
        for each in opened:
            os.close(each)
    return True


def _forget(asker: Asker) -> None:
    """Let go of what was counted for the worker before."""
    if asker.account >= 0:
        os.close(asker.account)
    asker.account, asker.seconds = -1, watch.Seconds()


# --- the desk: forks graders --------------------------------------------------


def desk(control: socket.socket, base: socket.socket, release: Path) -> None:
    """Fork a grader for each job that comes, until no more can come."""
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    open_again()
    sys.path.insert(0, str(release / "files"))
    tests = grader.read_tests(release / "tests")
    grader.import_all(tests)
    with contextlib.suppress(BrokenPipeError):  # nothing was to be graded
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
        process = None
        with contextlib.suppress(OSError):  # then the end of the events says it
            process = fork(Level(job.level))
        if process == 0:
            _end(partial(_grade, job, release, tests, asks, events))
        asks.close()
        os.close(events)
        if process:
            leashes.hold(leash, process)
        else:
            os.close(leash)


def _grade(
    job: Job,
    release: Path,
    tests: dict[str, Any],
    asks: socket.socket,
    events: int,
) -> None:
    def meter() -> Callable[[], float]:
        asks.send(b"1")
        _, descriptors, _, _ = socket.recv_fds(asks, 1, 2)
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
