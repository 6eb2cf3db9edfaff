"""How many submissions a minute: this engine and stock Otter, in turns, in one run.

Both grade submissions of one class on the same machine, two at a time. The ratios are
what counts; machines differ, and are shared: on a busy one, look at the ratio of the
processor's seconds. No two submissions are equal, as equal ones are graded once.

    make benchmark                                       # speed, three assignments
    .venv/bin/python benchmarks/grading.py --soak 600    # memory over many submissions
"""

from __future__ import annotations

import os

os.environ["OMP_NUM_THREADS"] = "1"

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "assignments")]

import click  # noqa: E402
import psutil  # noqa: E402

from homework.grading.batch import grade_all  # noqa: E402
from homework.grading.engine import Engine  # noqa: E402
from homework.questions.answers import answers  # noqa: E402
from homework.questions.layout import Assignment, Repository  # noqa: E402
from homework.questions.student_files import pack, solution_files  # noqa: E402
from homework.release.places import released  # noqa: E402
from homework.release.samples import (  # noqa: E402
    solutions,
    submission,
    write_submission,
)

AT_ONCE = 2
FEW = 6  # of them for stock Otter, which needs as long for each of many
BIN = Path(sys.executable).parent


def submissions(
    repository: Repository, name: str, folder: Path, students: int
) -> list[Path]:
    """Write a class: full marks, and one wrong answer each, taken in turn."""
    (assignment,) = repository.assignments((name,))
    right, files = solutions(assignment), solution_files(assignment)
    notebook = released(repository, assignment).notebook
    written = []
    for number, filled in enumerate(_classmates(assignment, right, students)):
        path = folder / f"student{number:03d}" / notebook.name
        path.parent.mkdir(parents=True)
        made = submission(notebook, filled)
        made.metadata["student"] = number
        write_submission(made, path)
        handed_in = folder / f"student{number:03d}.zip"
        written.append(pack(path, files, handed_in))
        shutil.rmtree(path.parent)
    return written


def _classmates(
    assignment: Assignment, right: dict[str, str], students: int
) -> Iterator[dict[str, str]]:
    questions = [each for each in assignment.questions if each.answers("rejected")]
    for number in range(students):
        question = questions[number % len(questions)]
        wrong = answers(question, "rejected")
        source = wrong[number % len(wrong)].source
        yield right | {question.name: source} if number % 2 else right


class Seconds(NamedTuple):
    """What something took: on the wall, and of the processors."""

    wall: float
    used: float


def _now() -> Seconds:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Seconds(time.perf_counter(), used.ru_utime + used.ru_stime)


def _since(start: Seconds) -> Seconds:
    return Seconds(*(now - then for now, then in zip(_now(), start, strict=True)))


def stock(archive: Path, paths: list[Path], folder: Path) -> Seconds:
    """Return the seconds that `otter run` takes for all, two at a time."""

    def one(path: Path) -> None:
        out = folder / path.stem
        out.mkdir(parents=True)
        command: list[str | Path] = [BIN / "otter", "run", path, "--no-logo"]
        subprocess.run(
            [*command, "-a", archive, "-o", out], check=True, capture_output=True
        )

    start = _now()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(one, paths))
    return _since(start)


def ours(archive: Path, paths: list[Path], folder: Path) -> Seconds:
    """Return the seconds that `homework grade` takes for all, its start included."""
    command: list[str | Path] = [BIN / "homework", "grade", *paths, "-a", archive]
    command += ["-o", folder, "-j", str(AT_ONCE)]
    start = _now()
    subprocess.run(command, check=True, capture_output=True)
    return _since(start)


def one_alone(
    run: Callable[..., Seconds], archive: Path, path: Path, out: Path
) -> float:
    """Return the median seconds for one submission and nothing else."""
    return median(run(archive, [path], out / str(number)).wall for number in range(5))


@click.command()
@click.argument("names", nargs=-1)
@click.option("--rounds", default=3, help="Of both, in turns.")
@click.option("--students", default=200, help="Of the class.")
@click.option("--soak", default=0, help="Instead, grade so many and watch the memory.")
def main(names: tuple[str, ...], rounds: int, students: int, soak: int) -> None:
    """Measure assignments (default: bn_drop, cnn and pytorch_cnn)."""
    repository = Repository(ROOT)
    for name in names or ("bn_drop", "cnn", "pytorch_cnn"):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            paths = submissions(repository, name, folder / "class", students)
            (assignment,) = repository.assignments((name,))
            archive = released(repository, assignment).autograder
            if soak:
                _soak(archive, paths, soak, folder)
            else:
                _compare(name, archive, paths, rounds, folder)


def _compare(
    name: str, archive: Path, paths: list[Path], rounds: int, folder: Path
) -> None:
    slow, fast = list[Seconds](), list[Seconds]()
    few = paths[:: len(paths) // FEW | 1][:FEW]  # an odd step: right and wrong
    for number in range(rounds):
        slow.append(_each(stock, archive, few, folder / f"stock{number}"))
        fast.append(_each(ours, archive, paths, folder / f"ours{number}"))
    alone = [
        one_alone(run, archive, paths[0], folder / run.__name__)
        for run in (ours, stock)
    ]
    a_minute = [60 / median(each.wall for each in all_of) for all_of in (fast, slow)]
    click.echo(
        f"{name}: a minute {a_minute[0]:.0f} and {a_minute[1]:.1f} by stock, "
        f"{_ratios([each.wall for each in slow], [each.wall for each in fast])}; "
        f"processor's seconds {median(each.used for each in fast):.2f} and "
        f"{median(each.used for each in slow):.2f} by stock, "
        f"{_ratios([each.used for each in slow], [each.used for each in fast])}; "
        f"one alone {alone[0]:.2f} s and {alone[1]:.2f} s by stock"
    )


def _each(
    run: Callable[..., Seconds], archive: Path, paths: list[Path], out: Path
) -> Seconds:
    took = run(archive, paths, out)
    return Seconds(took.wall / len(paths), took.used / len(paths))


def _ratios(slow: list[float], fast: list[float]) -> str:
    ratios = [a / b for a, b in zip(slow, fast, strict=True)]
    return f"{median(ratios):.1f} times ({min(ratios):.1f} to {max(ratios):.1f})"


def _soak(archive: Path, paths: list[Path], count: int, folder: Path) -> None:
    """Grade one after another, and print the memory of the warm processes."""
    with Engine(archive) as engine:
        batches = {f"{n}": paths[n % len(paths)] for n in range(count)}
        every = max(1, count // 6)
        server = psutil.Process(engine.server.pid)
        done = 0

        def tell(*_: object) -> None:
            nonlocal done
            done += 1
            if done % every == 0:
                warm = [server, *server.children()]
                memory = sum(each.memory_info().rss for each in warm) / 2**20
                files = sum(each.num_fds() for each in warm)
                click.echo(f"{done}: {memory:.0f} MB, {files} descriptors")

        grade_all(engine, batches, folder / "soak", side_by_side=AT_ONCE, done=tell)


if __name__ == "__main__":
    main()
