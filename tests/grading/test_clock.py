"""Time is the processor's: a busy machine costs no points, and sleepers end too."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("processes are measured on Linux", allow_module_level=True)

from homework.grading import clock
from homework.grading.batch import grade_each
from homework.grading.clock import Clock, TimeOverError
from homework.grading.engine import Engine, Graded
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level, strongest
from tests.grading_toys import archive, case, cells, graded, messages, passed

pytestmark = pytest.mark.slow  # each starts graders

ONE = case("test_one", "f", "assert f() == 1")
WORKS = """
import time
def f(seconds=0.8):
    ends = time.process_time() + seconds
    while time.process_time() < ends:
        pass
    return 1
"""
ROOT = Path(__file__).parents[2]
LEVELS = [level for level in Level if level <= strongest()]


@contextmanager
def busy(count: int) -> Iterator[None]:
    """Keep the processors busy, on those where this process may be."""
    program = "import time\nends = time.monotonic() + 120\n"
    program += "while time.monotonic() < ends: pass"
    loops = [
        subprocess.Popen([sys.executable, "-c", program], start_new_session=True)
        for _ in range(count)
    ]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_a_busy_machine_costs_no_points(tmp_path: Path, level: Level) -> None:
    times = Times(cell=1.5, test=1.5, submission=60)
    with busy(4 * (os.cpu_count() or 1)):
        result = graded(tmp_path, {"q1": [ONE]}, WORKS, "f()", times=times, level=level)
    assert result.errors == []
    assert passed(result) == {"test_one": True}


def test_what_uses_more_than_its_seconds_is_stopped(tmp_path: Path) -> None:
    times = Times(cell=1, test=0.3, submission=60)
    result = graded(tmp_path, {"q1": [ONE]}, WORKS, times=times)
    assert messages(result)["test_one"].endswith("it took longer than 0.3 s")


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_a_childs_seconds_count_too(tmp_path: Path, level: Level) -> None:
    child = WORKS + "\nimport os\ndef g():\n"
    child += "    if os.fork():\n        return os.wait()\n    f(20)\n    os._exit(0)"
    times = Times(cell=10, test=0.5, submission=60)
    two = case("test_two", "g", "g()")
    began = time.monotonic()
    result = graded(tmp_path, {"q1": [two]}, child, times=times, level=level)
    words = messages(result)["test_two"]
    assert "it took longer than 0.5 s" in words
    assert time.monotonic() - began < 60


WITHOUT_GROUPS = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level
from tests.grading_toys import case, graded, messages
child = '''
import os
def f():
    if os.fork():
        return os.wait()
    while True:
        pass
'''
times = Times(cell=10, test=0.5, submission=60)
for level in Level:
    test = {"q1": [case("test_one", "f", "f()")]}
    result = graded(Path(sys.argv[1]), test, child, times=times, level=level)
    assert "control group" not in str(result.layers)
    assert "it took longer than 0.5 s" in messages(result)["test_one"]
"""


@pytest.mark.skipif(
    os.geteuid() != 0 or strongest() != Level.SEALED or not shutil.which("unshare"),
    reason="needs root to take control groups away, and who is not has none",
)
def test_a_childs_seconds_count_without_control_groups(tmp_path: Path) -> None:
    hide = 'mount -t tmpfs none /sys/fs/cgroup && exec "$0" "$@"'
    called = [sys.executable, "-c", WITHOUT_GROUPS, str(tmp_path), str(ROOT)]
    subprocess.run(["unshare", "-m", "sh", "-c", hide, *called], check=True)


def test_a_sleeper_is_stopped_by_the_clock_on_the_wall(tmp_path: Path) -> None:
    sleeper = "import time\ndef f(): time.sleep(100)"
    times = Times(cell=1, test=0.5, submission=60)
    result = graded(tmp_path, {"q1": [ONE]}, sleeper, times=times)
    assert messages(result)["test_one"].endswith("it did not end within 1 s")


def test_what_ran_before_goes_on_with_its_own_time() -> None:
    before = signal.getsignal(signal.SIGALRM)
    try:
        one = Clock(Times(cell=1, test=1, submission=60))
        used = 0.0
        one.measure(lambda: used)
        one.limit(1, "the cell")
        with one.within(1, "the test"):
            used += 0.9
        one._ring()
        used += 0.9
        one._ring()
        used += 0.2
        with pytest.raises(TimeOverError, match="the cell took longer than 1 s"):
            one._ring()
        used += 60
        with pytest.raises(TimeOverError, match="the time for the submission"):
            one._ring()
        assert one.is_over
        one.stop()
    finally:
        signal.signal(signal.SIGALRM, before)


def test_what_is_starved_is_not_to_blame() -> None:
    before = signal.getsignal(signal.SIGALRM)
    try:
        one = Clock(Times(patience=3))
        one.measure(lambda: 0.1 * (time.monotonic() - began))
        began = time.monotonic()
        one.limit(0.1, "it")
        with pytest.raises(TimeOverError, match="did not end within") as caught:
            time.sleep(10)
        assert caught.value.starved
        one.stop()
    finally:
        signal.signal(signal.SIGALRM, before)


def test_a_process_of_its_own_is_measured_without_a_control_group() -> None:
    program = "import time\nwhile time.process_time() < 0.5: pass\nprint()\ninput()"
    child = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    descriptor = os.open(f"/proc/{child.pid}/stat", os.O_RDONLY)
    try:
        read = clock.meter(descriptor)
        assert child.stdout
        child.stdout.readline()
        assert 0.4 < read() < 2
        child.kill()
        child.communicate()
        assert read() >= 0.4  # it has ended: what was known stays
    finally:
        os.close(descriptor)


# Hardly has the processor the first two times, as if others had it: it has a tenth.
STARVED_AT_FIRST = """
import os, time
def f():
    mark = {mark!r}
    os.umask(0)  # whoever tries again may be another user
    times = int(open(mark).read()) if os.path.exists(mark) else 0
    with open(mark, "w") as file:
        file.write(str(times + 1 if times < 2 else time.monotonic()))
    while times < 2:
        time.sleep(0.09)
        ends = time.process_time() + 0.01
        while time.process_time() < ends:
            pass
    return {answer}
"""
ENDLESS = """
import os
def f():
    os.umask(0)  # whoever tries again may be another user
    with open({mark!r}, "a") as file:
        file.write("x")
    while True:
        pass
"""
STEADY = """
import time
def f():
    ends = time.process_time() + 0.5
    while time.process_time() < ends:
        pass
    with open({mark!r}, "w") as file:
        file.write(str(time.monotonic()))
    return 1
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """Return a folder to which workers write at the level that bounds no files."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def batch(
    folder: Path,
    shared: Path,
    side_by_side: int,
    source: str = STARVED_AT_FIRST,
    patience: float = 3,
) -> dict[str, Graded]:
    """Grade one that takes long at first, and two beside it; return what was told."""
    two = case("test_two", "", "pass")
    release = archive(folder, {"q1": [ONE, two]})
    slow = source.format(mark=str(shared / "slow"), answer=1)
    sources = {"slow": slow}
    for name in ("a", "b"):
        sources[name] = STEADY.format(mark=str(shared / name))
    paths = []
    for name, source in sources.items():
        path = folder / f"{name}.ipynb"
        path.write_bytes(cells(source))
        paths.append((name, path))
    told: list[tuple[str, Graded]] = []

    def tell(name: str, graded: Graded) -> None:
        if graded.status:
            told.append((name, graded))

    times = Times(cell=60, test=2, submission=120, patience=patience)
    with Engine(release, level=Level.LIMITS, times=times) as engine:
        grade_each(engine, paths, side_by_side=side_by_side, tell=tell)
    assert len(told) == 3
    return dict(told)


def test_what_is_starved_beside_others_is_tried_alone(
    tmp_path: Path, shared: Path
) -> None:
    told = batch(tmp_path, shared, 3)
    assert {name: graded.score for name, graded in told.items()} == {
        **dict.fromkeys(("slow", "a", "b"), 2)
    }
    moments = {path.name: float(path.read_text()) for path in shared.iterdir()}
    assert max(moments, key=moments.__getitem__) == "slow"


def test_the_better_of_both_tries_counts(tmp_path: Path, shared: Path) -> None:
    told = batch(tmp_path, shared, 3, STARVED_AT_FIRST.replace("{answer}", "2"))
    assert told["slow"].score == 1
    assert "it did not end within 6 s" in messages(told["slow"])["test_one"]


def test_who_was_alone_is_not_tried_again(tmp_path: Path, shared: Path) -> None:
    told = batch(tmp_path, shared, 1)
    assert told["slow"].score == 1
    assert told["slow"].starved
    assert not told["a"].starved


@pytest.mark.parametrize(
    "waits", ["pass", "import time; time.sleep(5)"], ids=["endless", "asleep"]
)
def test_what_has_used_its_time_is_not_tried_again(
    tmp_path: Path, shared: Path, waits: str
) -> None:
    told = batch(tmp_path, shared, 3, ENDLESS.replace("pass", waits), patience=60)
    assert told["slow"].score == 1
    assert (shared / "slow").read_text() == "x"
    assert not told["slow"].starved
