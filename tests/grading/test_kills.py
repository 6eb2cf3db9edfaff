"""`kill -9` of a worker or a grader at random moments: no wrong score, nothing left."""

from __future__ import annotations

import contextlib
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the engine forks, and reads /proc", allow_module_level=True)

from homework.grading.engine import Engine, Graded, Running
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import strongest
from tests.grading_toys import archive, case, cells

SEED, MOMENTS = 20261121, 50
LATEST_S = 0.5  # a grading of the toy takes about as long
PATIENCE_S = 120.0
NAMES = ("f", "g", "h")
QUESTIONS: dict[str, Iterable[str]] = {
    f"q_{name}": [
        case(f"test_{name}_{x}", name, f"assert {name}({x}) == {x}") for x in range(4)
    ]
    for name in NAMES
}
RIGHT = "import time\ndef {}(x):\n    time.sleep(0.02)\n    return x"
WRONG = "def h(x): return x + 1"
FULL = {"q_f": 4, "q_g": 4, "q_h": 0}


def parents() -> dict[int, int]:
    """Return the parent of every process."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            if fields[0] != "Z":
                found[int(path.parent.name)] = int(fields[1])
    return found


def below(process: int) -> Iterator[int]:
    """Yield the descendants of a process, the nearest first."""
    found = parents()
    waiting = [process]
    while waiting:
        above = waiting.pop(0)
        children = [child for child, parent in found.items() if parent == above]
        yield from children
        waiting += children


def advance_for(running: Running, seconds: float) -> bool:
    """Take in events for a while; say whether the end came."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([running], [], [], left)
        if ready and running.advance():
            return True
    return False


def kill_one_of(kind: str, engine: Engine, base: set[int], draw: random.Random) -> bool:
    """Kill a grader, a worker or a worker's guard; say whether there was one."""
    found = parents()
    desk = min(base - {engine.server.pid})
    graders = [child for child, parent in found.items() if parent == desk]
    workers = [
        process
        for process in below(engine.server.pid)
        if process not in (desk, *graders)
    ]
    among = graders if kind == "grader" else workers
    if not among:
        return False
    with contextlib.suppress(ProcessLookupError):
        os.kill(draw.choice(among), signal.SIGKILL)
    return True


def killed_once(engine: Engine, path: Path, kind: str, draw: random.Random) -> Graded:
    """Grade, and kill one of its processes at a random moment."""
    base = {engine.server.pid, *resting(engine)}
    running = engine.begin(path)
    assert isinstance(running, Running)
    ended = advance_for(running, draw.uniform(0, LATEST_S))
    if not ended:
        kill_one_of(kind, engine, base, draw)
        ended = advance_for(running, PATIENCE_S)
    assert ended, "it hangs"
    running.close()
    return running.graded


def resting(engine: Engine) -> set[int]:
    """Wait until nothing but the desk is left below the base; return that."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        left = set(below(engine.server.pid))
        if len(left) == 1:
            return left
        time.sleep(0.02)
    raise AssertionError(f"processes were left: {left}")


@pytest.mark.slow
def test_a_kill_at_any_moment_gives_the_right_score_or_none(tmp_path: Path) -> None:
    path = tmp_path / "toy.ipynb"
    path.write_bytes(cells(*map(RIGHT.format, "fg"), WRONG))
    draw = random.Random(SEED)
    became: Counter[str] = Counter()
    times = Times(cell=20, test=20, submission=50)
    zipped = archive(tmp_path, QUESTIONS)
    with Engine(zipped, level=strongest(), times=times) as engine:
        assert engine.grade(path).score == sum(FULL.values())
        for moment in range(MOMENTS):
            kind = ("grader", "worker")[moment % 2]
            graded = killed_once(engine, path, kind, draw)
            scores = {name: q["score"] for name, q in graded.questions.items()}
            if graded.is_graded:
                assert scores == FULL, f"after the end of a {kind}: {graded}"
            else:
                assert graded.status.startswith("not graded"), graded
                assert graded.record(engine.package, engine.level)["score"] is None
            assert all(scores[name] <= FULL[name] for name in scores)
            became[f"{kind}: {graded.status}"] += 1
            resting(engine)
        assert engine.grade(path).score == sum(FULL.values())
    print(became)  # noqa: T201
    assert became["grader: not graded: the grader was ended"] >= MOMENTS // 10
    assert became["worker: graded"] >= MOMENTS // 5
