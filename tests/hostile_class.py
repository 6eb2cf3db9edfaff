"""A class of honest, broken and hostile submissions, graded twice by the command.

`python -m tests.hostile_class 300` grades a large one, and prints what came of it: the
second time four processes that never end share the machine.
"""

from __future__ import annotations

import contextlib
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.attacked import (
    LIMITS,
    NEEDS_NOTHING,
    SHORT,
    attacks,
    honest_answers,
    notebook,
    write_release,
    write_submission,
)

HOSTILE_SHARE, BROKEN_SHARE = 10, 15  # one of so many
BUSY = 4
POINTS = re.compile(rb"@test_case\(points=([\d.]+)")
BROKEN = {
    "half.ipynb": b'{"cells": [',
    "empty.ipynb": b"",
    "page.ipynb": b"<!DOCTYPE html><html>Sign in</html>",
    "work.py": b"x = 1\n",
    "work.zip": b"PK\3\4 and no more",
    "work.7z": b"7z",
}


@dataclass(frozen=True)
class Class:
    """What was handed in, and what honest work is worth."""

    folder: Path
    entries: int
    honest: dict[str, float]
    hostile: int
    broken: int


def make_class(folder: Path, count: int, release: Path) -> Class:
    """Write submissions; honest ones answer some questions, and others not at all."""
    folder.mkdir()
    possible = points(release)
    honest: dict[str, float] = {}
    right = honest_answers()
    hostile = [each for each in attacks() if each.needs == NEEDS_NOTHING]
    hostile = [each for each in hostile if each.status == "graded"]
    step = max(1, len(hostile) * HOSTILE_SHARE // count)
    bad = broken = 0
    for number in range(count):
        if number % HOSTILE_SHARE == 0:
            own = folder / f"hostile{number:03}"
            own.mkdir()
            write_submission(hostile[bad * step % len(hostile)], own)
            bad += 1
        elif number % BROKEN_SHARE == 1:
            name = list(BROKEN)[broken % len(BROKEN)]
            (folder / f"broken{number:03}-{name}").write_bytes(BROKEN[name])
            broken += 1
        else:
            answered = [n for at, n in enumerate(right) if number >> at & 1]
            cells: dict[str, Sequence[str]]
            cells = {n: [right[n] if n in answered else "pass"] for n in right}
            (folder / f"honest{number:03}.ipynb").write_bytes(notebook(cells))
            honest[f"honest{number:03}"] = sum(possible[n] for n in answered)
    return Class(folder, count, honest, bad, broken)


def points(release: Path) -> dict[str, float]:
    """Read what each question of a zip is worth."""
    with zipfile.ZipFile(release) as opened:
        return {
            Path(name).stem: sum(map(float, POINTS.findall(opened.read(name))))
            for name in opened.namelist()
            if name.startswith("tests/")
        }


def write_zip(folder: Path) -> Path:
    """Write the release of the attacks with short times, and without its canaries."""
    whole = write_release(folder, "0" * 16)
    made = folder / "short.zip"
    with zipfile.ZipFile(whole) as read, zipfile.ZipFile(made, "w") as written:
        for name in read.namelist():
            data = read.read(name)
            if name == "grading.json":
                own = {"times": asdict(SHORT), "limits": asdict(LIMITS)}
                data = json.dumps({**json.loads(data), **own}).encode()
            if not name.startswith("trial/"):
                written.writestr(name, data)
    return made


@contextlib.contextmanager
def busy(count: int) -> Iterator[None]:
    """Keep processors busy with processes that never end."""
    command = [sys.executable, "-c", "while True: pass"]
    loops = [subprocess.Popen(command, start_new_session=True) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def grade(made: Class, release: Path, out: Path) -> dict[str, dict[str, str]]:
    """Grade the class by the command; return the rows of its table by submission."""
    words = [str(made.folder), "-a", str(release), "-o", str(out), "-j", "2"]
    subprocess.run(
        [sys.executable, "-m", "homework", "grade", *words],
        stdout=subprocess.DEVNULL,
        check=False,  # it ends with 1, as there are broken ones
    )
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        return {row["submission"]: row for row in csv.DictReader(file)}


def complaints(made: Class, rows: dict[str, dict[str, str]]) -> Iterator[str]:
    """Say what is not as it should be."""
    if len(rows) != made.entries:
        yield f"{len(rows)} rows for {made.entries} entries"
    for name, points in made.honest.items():
        row = rows.get(name, {})
        if row.get("status") != "graded" or float(row["score"] or -1) != points:
            yield f"{name} should have {points:g}: {row}"
    for name, row in rows.items():
        if not row["status"]:
            yield f"{name} has no status"


def twice(folder: Path, count: int) -> list[str]:
    """Grade a class, and once more beside processes that never end."""
    release = write_zip(folder)
    made = make_class(folder / "class", count, release)
    said = []
    for others in (0, BUSY):
        began = time.monotonic()
        with busy(others):
            rows = grade(made, release, folder / f"beside-{others}")
        said += [f"beside {others}: {each}" for each in complaints(made, rows)]
        graded = sum(row["status"] == "graded" for row in rows.values())
        print(  # noqa: T201
            f"{len(rows)} rows, {graded} graded, of {len(made.honest)} honest, "
            f"{made.hostile} hostile, {made.broken} broken; beside {others} endless "
            f"ones in {time.monotonic() - began:.0f} s",
            flush=True,
        )
    return said


def main(count: str) -> int:
    """Grade a class twice, print what is wrong; return 1 if something is."""
    with tempfile.TemporaryDirectory() as folder:
        said = twice(Path(folder), int(count))
    print(*said, sep="\n")  # noqa: T201
    return bool(said)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
