"""An evening of a TA: a simulated class, graded to all outputs, with its times.

    .venv/bin/python benchmarks/classroom.py                  # 600 of bn_drop
    .venv/bin/python benchmarks/classroom.py --truth          # four shapes, every score
    .venv/bin/python benchmarks/classroom.py --soak 10000     # memory of a long run

Seconds of the processor are those of the command and of all that it waited for; they
count, as machines differ and are shared.
"""

from __future__ import annotations

import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "assignments")]

import click  # noqa: E402
import psutil  # noqa: E402

from homework.base.files import write_zip  # noqa: E402
from homework.release.simulate import SHAPES, read_truth  # noqa: E402
from tests.grading_toys import archive, case  # noqa: E402

EVERY_S = 2.0  # between two looks at memory
MEGABYTE = 2**20


@dataclass
class Took:
    """What a command took."""

    what: str
    wall: float
    used: float
    code: int

    def __str__(self) -> str:
        """Render a row of a table."""
        return f"| {self.what} | {self.wall:.1f} s | {self.used:.1f} s | {self.code} |"


def run(what: str, *words: object) -> Took:
    """Run the command once, and say what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    command = [sys.executable, "-m", "homework", *map(str, words)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode == 2:
        sys.exit(f"{what}: {done.stdout}{done.stderr}")
    return Took(what, wall, used, done.returncode)


def evening(name: str, count: int, folder: Path) -> None:
    """Make a class and every output of it."""
    made, out = folder / "class", folder / "grades"
    steps = [run("simulate", "simulate", name, "-n", count, "-o", made)]
    roster = ["--roster", made / "roster.csv"]
    graded = [made / "class.zip", "-a", name, "-o", out, *roster]
    steps.append(run("grade", "grade", *graded))
    book = ["gradebook", out, "--canvas", made / "gradebook.csv"]
    steps.append(run("gradebook", *book))
    steps.append(run("report", "report", out))
    steps.append(run("feedback", "feedback", out, "--published"))
    if _knows("replay"):
        steps.append(run("replay", "replay", out))
    later = steps[1:]
    total = sum(each.wall for each in later), sum(each.used for each in later)
    steps.append(Took("**all but simulate**", *total, 0))
    steps.append(run("grade again", "grade", *graded))
    new = folder / "new.zip"
    question = _doubled(ROOT / "autograder" / f"{name}.zip", new)
    steps.append(run("regrade", "regrade", out, "-a", new))
    click.echo(f"{count} of {name}, {os.cpu_count()} processors\n")
    click.echo("| step | wall | processor | exit code |\n|---|---|---|---|")
    for each in steps:
        click.echo(each)
    click.echo(f"\n{_agrees(made, out)}")
    click.echo(_names_whom(made, out, question))


def _doubled(old: Path, new: Path) -> str:
    """Write a release in which the tests of a question in the middle count twice."""
    with zipfile.ZipFile(old) as opened:
        files = {each: opened.read(each) for each in opened.namelist()}
    tests = sorted(each for each in files if each.startswith("tests/q"))
    chosen = tests[len(tests) // 2]
    worth = re.compile(rb"points=([\d.]+)")
    files[chosen] = worth.sub(
        lambda found: b"points=%g" % (2 * float(found[1])), files[chosen]
    )
    write_zip(new, files)
    return Path(chosen).stem


def _names_whom(made: Path, out: Path, question: str) -> str:
    """Hold whom a regrade names, and their scores, against the truth table."""
    with (out / "regrade.csv").open(encoding="utf-8", newline="") as file:
        told = {
            each["sid"]: float(each["score after"]) for each in csv.DictReader(file)
        }
    true = {
        each["sid"]: float(each["score"]) + float(each[question])
        for each in read_truth(made / "truth.csv")
        if each["score"] and float(each[question])
    }
    wrong = [sid for sid in told.keys() | true.keys() if told.get(sid) != true.get(sid)]
    said = f"{question} counts twice: {len(told)} named, {len(true)} in truth"
    return f"{said}, {len(wrong)} not as is known. {' '.join(wrong[:20])}".strip()


def _knows(name: str) -> bool:
    words = [sys.executable, "-m", "homework", name, "--help"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    return done.returncode == 0


def truth(name: str, count: int, folder: Path) -> None:
    """Grade the same class in every shape, and compare with the truth."""
    for shape in SHAPES:
        made, out = folder / shape, folder / f"{shape}-grades"
        run("simulate", "simulate", name, "-n", count, "--shape", shape, "-o", made)
        source = made / ("class" if shape == "flat" else "class.zip")
        words = [source, "-a", name, "-o", out, "--roster", made / "roster.csv"]
        took = run("grade", "grade", *words)
        click.echo(f"{shape}: {_agrees(made, out)} {took.wall:.0f} s")


def _agrees(made: Path, out: Path) -> str:
    """Hold every row against the truth table."""
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["sid"]: row for row in csv.DictReader(file)}
    known = read_truth(made / "truth.csv")
    wrong = [
        each["sid"]
        for each in known
        if each["sid"] not in rows
        or _score(rows[each["sid"]]) != _score(each)
        or each["submission"] not in ("", rows[each["sid"]]["submission"])
    ]
    said = f"{len(known)} people, {len(rows)} rows, {len(wrong)} not as is known."
    return f"{said} {' '.join(wrong[:20])}".strip()


def _score(row: dict[str, str]) -> float | None:
    return float(row["score"]) if row["score"] else None


def soak(count: int, folder: Path) -> None:
    """Grade many submissions of a toy in one run, and watch the memory."""
    questions = {
        "q1": [
            case(f"test_{n}", "double", f"assert double({n}) == {2 * n}")
            for n in range(3)
        ]
    }
    zipped, students = archive(folder, questions), folder / "class"
    students.mkdir()
    for number in range(count):
        source = f"who = {number}\ndef double(x): return x + x * ({number} % 2)"
        cell = {"cell_type": "code", "metadata": {}, "source": source}
        made = {
            "cells": [cell | {"outputs": [], "execution_count": None}],
            "metadata": {"otter": {"assignment_name": "toy"}},
            "nbformat": 4,
            "nbformat_minor": 4,
        }
        path = students / f"{number:06d}.ipynb"
        path.write_text(json.dumps(made), encoding="utf-8")
    words = ["grade", students, "-a", zipped, "-o", folder / "grades"]
    command = [sys.executable, "-m", "homework", *map(str, words)]
    began = time.perf_counter()
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    seen: list[tuple[int, float, float]] = []
    watch = threading.Thread(
        target=_watch, args=(running, folder / "grades", seen), daemon=True
    )
    watch.start()
    running.wait()
    watch.join()
    click.echo(f"{count} in {time.perf_counter() - began:.0f} s\n")
    click.echo("| graded | the command | all its processes |\n|---|---|---|")
    for place in range(0, len(seen), max(1, len(seen) // 12)):
        graded, alone, together = seen[place]
        click.echo(f"| {graded} | {alone:.0f} MB | {together:.0f} MB |")


def _watch(
    running: subprocess.Popen[bytes], out: Path, seen: list[tuple[int, float, float]]
) -> None:
    process = psutil.Process(running.pid)
    while running.poll() is None:
        time.sleep(EVERY_S)
        try:
            alone = process.memory_info().rss / MEGABYTE
            others = process.children(recursive=True)
            together = alone + sum(_memory(each) for each in others)
            seen.append((len(list(out.glob("*.json"))), alone, together))
        except psutil.Error:
            return


def _memory(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss / MEGABYTE)
    except psutil.Error:
        return 0.0


@click.command()
@click.argument("name", default="bn_drop")
@click.option("-n", "count", default=600, show_default=True, help="Students.")
@click.option("--truth", "is_truth", is_flag=True, help="All shapes, every score.")
@click.option("--soak", "many", default=0, help="So many of a toy; memory.")
def main(name: str, count: int, *, is_truth: bool, many: int) -> None:
    """Time a class from its export to every output."""
    with tempfile.TemporaryDirectory() as scratch:
        if many:
            soak(many, Path(scratch))
        elif is_truth:
            truth(name, count, Path(scratch))
        else:
            evening(name, count, Path(scratch))


if __name__ == "__main__":
    main()
