"""Grade a class on many machines, by a Dask scheduler that somebody else set up.

Each submission is pinned to a place of a worker that is free: so none waits behind
another, and when a worker is lost it is known who was there. Those are graded again,
each alone on a worker; who was alone on two that were lost is set aside. Dask's own
retries blame everything that a worker was assigned, so none of them is relied on.
"""

from __future__ import annotations

import json
import logging
import math
import time
import uuid
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.classroom import seats
from homework.classroom.releases import Part, wrong_scores
from homework.grading.engine import GRACE_S, MOST_TRIES, VERSION, Graded
from homework.grading.handed_in import HandedIn
from homework.grading.orders import Times
from homework.grading.package import Package
from homework.grading.reader import read, written
from homework.grading.sandbox.sandbox import Level

MOST_ENDS = 2  # workers that are lost while one submission was alone on them
CONNECT_S = 30.0
NOBODY_S = 600.0  # without a worker that can grade, before it is given up
LOOK_S = 0.5  # between two looks at who is there
TICK_S = 0.02
SLOW_S = 300.0  # more than a submission may take, before its worker is given up
MOST_LOST = 3  # workers over a canary, one after the other
BEGIN, CANARIES = "begin", ("right", "untouched")
READERS = ["dask", "msgpack"]  # of what comes back: nothing is ever unpickled
Tell = Callable[[str, Graded], None]


@dataclass
class Task:
    """A submission on its way.

    Attributes:
        name: the entry's.
        file: what was handed in, as the reader wrote it.
        ends: the workers that were lost while it was alone on them.

    """

    name: str
    file: Path
    ends: list[str] = field(default_factory=list)


@dataclass
class Worker:
    """A worker of the cluster.

    Attributes:
        address: its own.
        places: submissions at once.
        steps: what comes before any submission: a release to take in, canaries.
        canaries: what they got.
        running: steps and submissions that run there, by future.
        is_alone: whether what runs there must have no neighbour.
        has_graded: whether a score is from there.

    """

    address: str
    places: int
    steps: list[str]
    canaries: dict[str, Graded] = field(default_factory=dict)
    running: dict[Any, Task | str] = field(default_factory=dict)
    is_alone: bool = False
    has_graded: bool = False

    @property
    def is_free(self) -> bool:
        """Whether a submission may begin there."""
        is_asked = bool(self.steps) or any(map(_is_step, self.running.values()))
        return not is_asked and not self.is_alone and len(self.running) < self.places


def _is_step(what: Task | str) -> bool:
    return isinstance(what, str)


class Cluster:
    """The workers behind one scheduler, for one part of a homework.

    Args:
        address: of the scheduler, such as ``tcp://host:8786``, or the file that it
            wrote.
        part: the notebook and its tests.
        package: the same, unpacked here.
        level: of the sandbox, on every worker.
        order: as of `seat.make_order`.
        scratch: an empty folder.
        say: is told what a person should know.

    """

    def __init__(
        self,
        address: str,
        part: Part,
        package: Package,
        level: Level,
        order: dict[str, Any],
        scratch: Path,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.address, self.part, self.package = address, part, package
        self.level, self.scratch, self._say = level, scratch, say
        self._order = json.dumps(order).encode()
        self._work = f"homework-{package.digest[:12]}-{uuid.uuid4().hex[:8]}"
        self._workers: dict[str, Worker] = {}
        self._left_out: dict[str, str] = {}
        self._off: list[str] = []  # canaries that had a wrong score
        self._spoilt: list[str] = []  # those of workers that had graded before
        self._waiting: deque[Task] = deque()
        self._suspects: deque[Task] = deque()
        self._lost, self._count = 0, 0
        times = Times(**(order["times"] or package.settings.get("times", {})))
        self._longest = MOST_TRIES * (times.on_the_wall + GRACE_S) + SLOW_S
        self._begun: dict[Any, float] = {}  # by future
        self._looked, self._usable_at = -LOOK_S, time.monotonic()
        # Read before there is a client, whose threads a fork would have beside it.
        self._canaries = dict(self._read_canaries())
        self._client: Any = None

    # --- what the command calls -----------------------------------------------

    def grade_each(
        self,
        submissions: Iterable[tuple[str, HandedIn]],
        tell: Tell,
        ask: Callable[[], None] = lambda: None,
    ) -> None:
        """Grade submissions; ``tell`` is told of each when its result is there.

        Raises:
            HomeworkError: when the scheduler is lost, or no worker can grade.

        """
        for name, found in submissions:
            self._waiting.append(Task(name, self._written(found)))
        with self._connected():
            while self._waiting or self._suspects or self._has(Task):
                ask()
                self._tick(tell)

    def faults(self) -> list[str]:
        """Grade the canaries on all workers; return what makes scores worth nothing.

        A worker that fails them before it graded anything is left out, and only that.
        """
        with self._connected():
            for worker in self._workers.values():
                worker.steps = list(self._canaries)
            self._look(lambda *_: None)
            while self._has(str) or not self._workers:
                self._tick(lambda *_: None)
                if self._off and not self._workers:
                    return self._off
        return self._spoilt

    def close(self) -> None:
        """Let the workers go."""
        if self._client is None:
            return
        with suppress(Exception):
            ends = [self._submit(each, seats.end) for each in self._workers.values()]
            for future in ends:
                future.result(timeout=CONNECT_S)
        with suppress(Exception):
            self._client.close()

    # --- what was handed in ---------------------------------------------------

    def _read_canaries(self) -> Iterator[tuple[str, Path]]:
        for name in CANARIES:
            path = getattr(self.part, name)
            if path is not None:
                words = (self.package.assignment, self.package.untouched)
                yield name, self._written(read(path, *words, level=self.level))

    def _written(self, found: HandedIn) -> Path:
        """Keep what was handed in as bytes that need no opening any more."""
        self._count += 1
        kept = self.scratch / str(self._count)
        with kept.open("wb") as stream:
            stream.writelines(written(found))
        return kept

    # --- workers --------------------------------------------------------------

    @contextmanager
    def _connected(self) -> Iterator[None]:
        try:
            if self._client is None:
                self._client = _client(self.address)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of large submissions
                yield
        except OSError as error:  # a TimeoutError too
            raise HomeworkError(
                self.address,
                f"is no scheduler that answers ({error or type(error).__name__}).",
                "Start one as docs/cluster.md says, and run the same command again: "
                "what is graded is kept.",
            ) from error

    def _tick(self, tell: Tell) -> None:
        now = time.monotonic()
        if now - self._looked > LOOK_S:
            self._look(tell)
        if self._workers:
            self._usable_at = now
        elif self._left_out:
            raise HomeworkError(
                self.address,
                f"has no worker that can grade: {next(iter(self._left_out.values()))}.",
                "Give all workers this version of homework, or ask for less with "
                "--level.",
            )
        elif now - self._usable_at > NOBODY_S:
            raise HomeworkError(
                self.address,
                f"has had no worker for {NOBODY_S:g} s.",
                "Start workers, and run the same command again: what is graded is "
                "kept.",
            )
        self._start()
        if not self._collect(tell):
            time.sleep(TICK_S)

    def _look(self, tell: Tell) -> None:
        """Take new workers in, and notice which are gone."""
        self._looked = time.monotonic()
        if self._client.status != "running":
            raise OSError("it has gone")
        there: dict[str, int] = self._client.nthreads()
        stuck = {
            each.address for each in self._workers.values() if self._is_stuck(each)
        }
        for address in self._workers.keys() - (there.keys() - stuck):
            self._lose(self._workers.pop(address), tell)
        for address in self._left_out.keys() - there.keys():
            del self._left_out[address]
        for address in stuck:
            self._left_out[address] = f"{address}: it gave no answer for long"
        for address, places in there.items():
            if address not in self._workers and address not in self._left_out:
                steps = [BEGIN, *self._canaries]
                self._workers[address] = Worker(address, places, steps)

    def _is_stuck(self, worker: Worker) -> bool:
        began = min((self._begun[each] for each in worker.running), default=math.inf)
        return time.monotonic() - began > self._longest

    def _lose(self, worker: Worker, tell: Tell) -> None:
        """Put back what ran on a worker that has gone."""
        is_alone = len(worker.running) == 1
        for future, what in worker.running.items():
            future.cancel()
            del self._begun[future]
            if isinstance(what, Task):
                self._suspect(what, worker.address, tell, is_alone=is_alone)
            else:
                self._lost += 1
        if self._lost >= MOST_LOST:
            raise HomeworkError(
                worker.address,
                "was lost over the submissions that every worker grades first, as "
                "others before it.",
                "Look into the workers' logs: they may have too little memory.",
            )

    def _suspect(self, task: Task, where: str, tell: Tell, *, is_alone: bool) -> None:
        if is_alone:  # else it may have been a neighbour's doing
            task.ends.append(where)
        if len(task.ends) < MOST_ENDS:
            self._suspects.append(task)
            self._say(f"{where} was lost: {task.name} is graded again, alone")
            return
        said = f"set aside: its worker was lost twice ({', '.join(task.ends)})"
        self._end(task, Graded(task.name, status=said), tell)

    def _leave_out(self, worker: Worker, why: str) -> None:
        said = f"{worker.address}: {why}"
        if worker.has_graded:
            self._spoilt.append(said)
        self._say(f"{said}; it is left out")
        self._left_out[worker.address] = said
        self._workers.pop(worker.address, None)
        for future, what in worker.running.items():
            future.cancel()
            del self._begun[future]
            if isinstance(what, Task):
                self._waiting.appendleft(what)

    # --- what runs ------------------------------------------------------------

    def _has(self, kind: type) -> bool:
        """Whether a submission runs; or a step runs or is to come."""
        workers = self._workers.values()
        runs = (what for worker in workers for what in worker.running.values())
        waits = kind is str and any(worker.steps for worker in workers)
        return waits or any(isinstance(each, kind) for each in runs)

    def _start(self) -> None:
        """Begin what can begin, at most one submission a place."""
        for worker in self._workers.values():
            if worker.steps and not worker.running:
                self._begin_step(worker, worker.steps.pop(0))
        if self._suspects and not self._waiting:  # they may cost more workers
            self._start_a_suspect()
            return
        for worker in self._workers.values():
            while worker.is_free and self._waiting:
                self._begin(worker, self._waiting.popleft())

    def _start_a_suspect(self) -> None:
        for worker in self._workers.values():
            if worker.is_free and not worker.running:
                worker.is_alone = True
                self._begin(worker, self._suspects.popleft())
                return

    def _begin_step(self, worker: Worker, step: str) -> None:
        if step == BEGIN:
            release = self.part.archive.read_bytes()
            future = self._submit(worker, seats.begin, self._order, release)
        else:
            data = self._canaries[step].read_bytes()
            future = self._submit(worker, seats.grade, data)
        worker.running[future] = step

    def _begin(self, worker: Worker, task: Task) -> None:
        future = self._submit(worker, seats.grade, task.file.read_bytes())
        worker.running[future] = task

    def _submit(self, worker: Worker, what: Callable[..., bytes], *data: bytes) -> Any:
        self._count += 1
        future = self._client.submit(
            *(what, self._work, *data),
            key=f"{self._work}-{self._count}",
            workers=[worker.address],
            allow_other_workers=False,
            pure=False,
        )
        self._begun[future] = time.monotonic()
        return future

    def _collect(self, tell: Tell) -> bool:
        """Take in what is done; say whether anything was."""
        done = [
            (worker, future)
            for worker in self._workers.values()
            for future in worker.running
            if future.done()
        ]
        for worker, future in done:
            if future in worker.running:  # the worker may have been left out
                self._take(worker, future, tell)
        return bool(done)

    def _take(self, worker: Worker, future: Any, tell: Tell) -> None:
        what = worker.running.pop(future)
        del self._begun[future]
        worker.is_alone = False
        said = _said(future)
        if "ended" in said and isinstance(what, Task):
            self._suspect(what, worker.address, tell, is_alone=True)
            return
        if why := said.get("cannot") or said.get("ended") or self._unlike(said, what):
            if isinstance(what, Task):
                self._waiting.appendleft(what)
            self._leave_out(worker, str(why))
        elif isinstance(what, Task):
            worker.has_graded = True
            self._end(what, _graded(said), tell)
        elif what != BEGIN:
            worker.canaries[what] = _graded(said)
            self._judge(worker)

    def _judge(self, worker: Worker) -> None:
        if worker.steps:
            return
        self._lost = 0
        right, untouched = map(worker.canaries.get, CANARIES)
        if right and untouched and (wrong := list(wrong_scores(right, untouched))):
            self._off += [f"{worker.address}: {each}" for each in wrong]
            self._leave_out(worker, "; ".join(wrong))

    def _end(self, task: Task, graded: Graded, tell: Tell) -> None:
        task.file.unlink()
        graded.submission = task.name
        tell(task.name, graded)

    def _unlike(self, said: dict[str, Any], what: Task | str) -> str:
        """Say what a worker has other than it should be."""
        if what == BEGIN:
            return ""
        wanted = {
            "engine": VERSION,
            "release": self.package.digest,
            "level": self.level.name,
        }
        others = [f"{name} {said.get(name)}" for name in wanted]
        ours = [f"{name} {value}" for name, value in wanted.items()]
        if others == ours:
            return ""
        return f"it grades by {', '.join(others)}, not by {', '.join(ours)}"


def _graded(said: dict[str, Any]) -> Graded:
    """Read a record that a worker wrote."""
    return Graded(**{each.name: said[each.name] for each in fields(Graded)})


def _said(future: Any) -> dict[str, Any]:
    """Read what a function of `seats` returned, or how it failed."""
    if future.status != "finished":
        return {"ended": f"its worker gave no answer ({future.status})"}
    try:
        found = json.loads(future.result(timeout=CONNECT_S))
    except (ValueError, TypeError) as error:
        return {"cannot": f"it gave no answer that can be read ({error})"}
    return found if isinstance(found, dict) else {"cannot": "it gave no record"}


def _client(address: str) -> Any:
    """Connect to a scheduler.

    Raises:
        HomeworkError: where Dask is not installed, or the address is none.
        OSError: where nobody answers.

    """
    try:
        from distributed import Client
    except ImportError as error:
        raise HomeworkError(
            f"--cluster {address}",
            "needs Dask, which is not installed.",
            "Install it: `pip install 'homework[cluster]'`.",
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    where: dict[str, str] = {"address": address}
    if Path(address).is_file():
        where = {"scheduler_file": address}
    try:
        return Client(
            **where, timeout=CONNECT_S, set_as_default=False, deserializers=READERS
        )
    except (ValueError, TypeError, KeyError) as error:
        raise HomeworkError(
            f"--cluster {address}",
            f"is no address of a scheduler ({error}).",
            "Name one such as tcp://host:8786, or the file that it wrote.",
        ) from error
