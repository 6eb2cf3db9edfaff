"""What the processes of grading tell each other: jobs and orders, over Unix sockets."""

from __future__ import annotations

import array
import json
import socket
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

MESSAGE = 2**20


@dataclass(frozen=True)
class Times:
    """Seconds that may pass."""

    cell: float = 60.0
    test: float = 30.0
    submission: float = 300.0


@dataclass
class Job:
    """One submission, as the grader gets it.

    Attributes:
        notebook: the file's path; its bytes are the seed of hidden tests.
        desk: the tests' working folder, with what was handed in.
        assignment: the name that the notebook should carry, or "".
        seed: what Otter's configuration says, and the name of a variable for it.
        order: what its workers are started with.

    """

    notebook: str
    desk: str
    assignment: str
    times: Times
    seed: int | None = None
    seed_variable: str | None = None
    order: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Order:
    """What the parent of a worker is asked for."""

    scratch: str
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
    text, descriptors, _, _ = socket.recv_fds(channel, MESSAGE, 4)
    return (json.loads(text) if text else None), list(descriptors)
