"""What the processes of grading tell each other: jobs and orders, over Unix sockets."""

from __future__ import annotations

import array
import json
import socket
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

MESSAGE = 2**20
DATA = "data"  # the folder of `files/` that lies beside the notebook, which reads it
SEED = "HOMEWORK_SEED"  # the variable that `checks.seeds` asks for


@dataclass(frozen=True)
class Times:
    """Seconds of the processor that may be used, and of the clock on the wall.

    Attributes:
        cell: each cell's.
        test: each test's.
        submission: all together.
        patience: how many times as long the clock on the wall may run, where the
            processor is shared with others.
        clock: the most seconds on the wall for a submission.

    """

    cell: float = 60.0
    test: float = 30.0
    submission: float = 300.0
    patience: float = 10.0
    clock: float = 1200.0

    @property
    def on_the_wall(self) -> float:
        """Return the seconds on the wall that a submission may take."""
        return min(self.submission * self.patience, self.clock)


@dataclass
class Job:
    """One submission, as the grader gets it.

    Attributes:
        handed_in: folder of the notebook, whose bytes are the seed of hidden tests,
            and of the files beside it.
        desk: the tests' working folder.
        readable: what the grader may read beside the release.
        group: whose files the release's are, as root.
        assignment: the notebook's name, and the one that it should carry.
        times: how long things may take.
        level: of the grader's sandbox, and of its workers'.
        processor: where the grader and its workers run.
        cases: the seed of hidden cases, which no worker may know.
        seed: what Otter's configuration says, and the name of a variable for it.
        only: questions whose tests run; ``None`` for all.

    """

    handed_in: str
    desk: str
    readable: tuple[str, ...]
    group: int | None
    assignment: str
    times: Times
    level: int
    processor: int
    cases: int
    seed: int | None = None
    seed_variable: str | None = None
    only: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Order:
    """How the workers of a submission are made; none of it comes from a grader.

    Attributes:
        scratch: folder in which each worker gets one of its own.
        handed_in: folder whose files each of them begins with.
        readable: what they may read.
        path: where they find modules.
        level: of their sandbox.
        limits: of what they use.
        processor: where they run.

    """

    scratch: str
    handed_in: str
    readable: tuple[str, ...]
    path: tuple[str, ...]
    level: int
    limits: dict[str, int]
    processor: int


def send(channel: socket.socket, message: Any, descriptors: Collection[int]) -> None:
    """Send one message with open descriptors."""
    rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))
    channel.sendmsg([json.dumps(message).encode()], [rights] if descriptors else [])


def take(channel: socket.socket) -> tuple[Any, list[int]]:
    """Receive one message with its descriptors; ``None`` when nobody is left."""
    try:
        text, descriptors, _, _ = socket.recv_fds(channel, MESSAGE, 4)
    except ConnectionError:  # who left had not read all that was sent
        return None, []
    return (json.loads(text) if text else None), list(descriptors)
