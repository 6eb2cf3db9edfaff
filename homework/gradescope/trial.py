"""Before an image is taken: a right submission gets all points, an untouched one none.

`source/trial/ASSIGNMENT/right` and `.../untouched` hold what students would upload.
`setup.sh` removes them when it is done: they are solutions.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from homework.gradescope.results import open_engine, releases
from homework.grading.engine import Graded


def complaints(source: Path) -> Iterator[str]:
    """Grade every assignment's two submissions, and yield what is wrong.

    Args:
        source: the unpacked zip.

    """
    with tempfile.TemporaryDirectory() as folder:
        for archive in releases(source, Path(folder)):
            with open_engine(archive) as engine:
                name = engine.package.assignment
                right = engine.grade(source / "trial" / name / "right")
                untouched = engine.grade(source / "trial" / name / "untouched")
                say(f"{name}: {right.score:g} of {right.possible:g} points")
                say(f"{name}: sandbox {engine.level.name}: {', '.join(right.layers)}")
            yield from _weaknesses(right)
            yield from _shortfalls(name, right)
            yield from _gifts(name, untouched)


def _weaknesses(graded: Graded) -> Iterator[str]:
    if os.geteuid() == 0 and not any(
        each.startswith("own user") for each in graded.layers
    ):
        yield (
            "submissions would run as root, who can read the tests: "
            f"{sys.prefix} has to be where every user can read it"
        )


def _shortfalls(name: str, graded: Graded) -> Iterator[str]:
    if not graded.is_graded or not graded.possible:
        yield f"{name}: the right submission was not graded: {graded.status}"
    for question in graded.questions.values():
        if not math.isclose(question["score"], question["possible"]):
            failed = [row for row in question["tests"] if not row["passed"]]
            messages = " ".join(f"{row['sentence']} {row['message']}" for row in failed)
            yield (
                f"{name}: the right submission gets {question['score']:g} of "
                f"{question['possible']:g} for {question['name']}: {messages}"
            )


def _gifts(name: str, graded: Graded) -> Iterator[str]:
    if not graded.is_graded:
        yield f"{name}: the untouched submission was not graded: {graded.status}"
    elif graded.score:
        yield f"{name}: the untouched submission gets {graded.score:g} points"


def say(text: str) -> None:
    """Write a line that shows up in the build's log at once."""
    os.write(1, f"{text}\n".encode())


def main(root: Path) -> None:
    """Hold the trial; end with 1 when something is wrong."""
    found = list(complaints(root / "source"))
    for complaint in found:
        say(f"trial: {complaint}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
