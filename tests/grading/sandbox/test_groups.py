"""Control groups count and bound what a process and all that it starts use."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("control groups are Linux's", allow_module_level=True)

from homework.grading.clock import meter
from homework.grading.sandbox import groups
from homework.grading.sandbox.groups import Group
from tests.samples import ROOT

MEMORY, PROCESSES = 80_000_000, 10


@pytest.fixture
def group() -> Iterator[Group]:
    made = groups.make(MEMORY, PROCESSES)
    if made is None:
        pytest.skip("no control groups can be made here")
    yield made
    made.remove()
    assert not any(folder.exists() for folder in made.folders)


def inside(group: Group, what: Callable[[], object]) -> int:
    """Do something in the group; return the exit code: 0 when it went well."""
    child = os.fork()
    if not child:
        try:
            group.enter()
            what()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def take(size: int) -> bytearray:
    """Return memory that was written to; who lets go of it gives it back."""
    taken = bytearray(size)
    taken[::4096] = b"x" * len(taken[::4096])
    return taken


def too_much_together() -> None:
    """Let four children take more than the group may have; end as the first that ends.

    Who has taken may be ended for who takes after it, so all are waited for.
    """
    wait, start = os.pipe()
    read, write = os.pipe()
    children = []
    for _ in range(4):
        child = os.fork()
        if not child:
            os.close(read)
            os.read(wait, 1)  # who takes before the last is started leaves it no memory
            kept = take(30_000_000)
            os.close(write)
            signal.pause()
            os._exit(len(kept))
        children.append(child)
    os.close(write)
    os.write(start, b"1234")
    os.read(read, 1)  # the end: each has taken or was ended
    for child in children:
        os.kill(child, signal.SIGTERM)
    ends = {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children}
    if -signal.SIGKILL in ends:
        os.kill(os.getpid(), signal.SIGKILL)


def try_memory() -> None:
    """Show what the test below wants to see, in a process of its own."""
    made = groups.make(MEMORY, PROCESSES)
    assert made is not None
    try:
        assert inside(made, lambda: take(30_000_000)) == 0
        assert inside(made, too_much_together) == -signal.SIGKILL
    finally:
        made.remove()


@pytest.mark.slow
def test_memory_of_all_processes_is_bounded_together(group: Group) -> None:
    if "memory" not in group.layers[0]:
        pytest.skip("memory is not bounded here")
    # A process that ran other tests hands its free memory on to its children.
    module = "tests.grading.sandbox.test_groups"
    program = f"from {module} import try_memory; try_memory()"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=300)


def test_processes_are_bounded_for_root_too(group: Group) -> None:
    if "processes" not in group.layers[0]:
        pytest.skip("processes are not bounded here")
    count = 0

    def fork_without_end() -> None:
        nonlocal count
        os.setsid()
        try:
            while count < 100:
                if not os.fork():
                    signal.pause()
                count += 1
        except BlockingIOError:
            if count < PROCESSES:
                os.killpg(0, signal.SIGKILL)

    assert inside(group, fork_without_end) == -signal.SIGKILL


def test_time_of_children_counts(group: Group) -> None:
    descriptor = group.meter()
    assert descriptor is not None
    read = meter(descriptor)

    def work() -> None:
        if not os.fork():
            while os.times().user < 0.3:
                pass
            os._exit(0)
        os.wait()

    before = read()
    assert inside(group, work) == 0
    assert 0.2 < read() - before < 5
    os.close(descriptor)


def test_groups_of_killed_processes_are_removed(group: Group) -> None:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
    left = [folder.with_name(f"{groups.PREFIX}{child}-0") for folder in group.folders]
    for folder in left:
        folder.mkdir()
    groups.remove_left()
    assert not any(map(Path.exists, left))
    assert all(map(Path.exists, group.folders))
