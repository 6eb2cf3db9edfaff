"""A zip for Gradescope as a class is graded with it: its notebooks and its canaries."""

from __future__ import annotations

import ast
import json
import math
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.classroom import archives
from homework.grading.batch import grade_each
from homework.grading.engine import Engine, Graded

RIGHT, UNTOUCHED = "right", "untouched"


@dataclass(frozen=True)
class Part:
    """One notebook of a homework.

    Attributes:
        name: the assignment's.
        archive: a zip with its tests.
        right: a submission that gets all points; ``None`` where the zip has none.
        untouched: a submission that gets none.

    """

    name: str
    archive: Path
    right: Path | None
    untouched: Path | None


def parts(archive: Path, folder: Path) -> list[Part]:
    """Take a zip apart: a homework of several notebooks has several parts.

    Args:
        archive: the zip that `homework release` made.
        folder: an empty one.

    Raises:
        HomeworkError: when it is no such zip.

    """
    names = archives.names(archive)
    inner = [each for each in names if each.startswith("notebooks/")]
    if not inner and "otter_config.json" not in names:
        raise HomeworkError(
            archive,
            "is no zip for Gradescope: it has no otter_config.json.",
            "Name one that `homework release` built, from autograder/.",
        )
    with zipfile.ZipFile(archive) as opened:
        for name in names:
            if name.startswith(("trial/", "notebooks/")) and ".." not in name:
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(opened.read(name))
    found = [folder / name for name in sorted(inner)] or [archive]
    return [_part(path, folder / "trial") for path in found]


def _part(archive: Path, trials: Path) -> Part:
    name = archive.stem
    try:
        with zipfile.ZipFile(archive) as opened:
            config = json.loads(opened.read("otter_config.json"))
            for test in opened.namelist():
                if test.startswith("tests/") and test.endswith(".py"):
                    _assert_is_python(archive, test, opened.read(test))
        name = str(config.get("assignment_name") or name)
    except (KeyError, ValueError, AttributeError) as error:
        raise HomeworkError(
            archive,
            "is no zip for Gradescope: its otter_config.json cannot be read.",
            "Build it again with `homework release`.",
        ) from error
    right, untouched = trials / name / RIGHT, trials / name / UNTOUCHED
    there = right.is_dir() and untouched.is_dir()
    return Part(name, archive, right if there else None, untouched if there else None)


def _assert_is_python(archive: Path, test: str, source: bytes) -> None:
    try:
        ast.parse(source, test)
    except (SyntaxError, ValueError) as error:
        raise HomeworkError(
            archive,
            f"cannot grade: its {test} is no Python ({error}).",
            "Correct the question's test, and build it again with `homework release`.",
        ) from error


def weaknesses(engine: Engine, part: Part, side_by_side: int) -> Iterator[str]:
    """Grade the canaries of a part, and yield what is wrong with their scores."""
    if part.right is None or part.untouched is None or engine.only == ():
        return
    canaries = {RIGHT: part.right, UNTOUCHED: part.untouched}
    found: dict[str, Graded] = {}
    tell = found.__setitem__
    grade_each(engine, canaries.items(), side_by_side=side_by_side, tell=tell)
    yield from wrong_scores(found[RIGHT], found[UNTOUCHED])


def wrong_scores(right: Graded, untouched: Graded) -> Iterator[str]:
    """Yield what is wrong with the scores of a right and an untouched submission."""
    if not right.is_graded or not right.possible:
        yield f"the right submission was not graded: {right.status}"
    elif not math.isclose(right.score, right.possible):
        yield (
            f"the right submission gets {right.score:g} of {right.possible:g} points "
            f"({', '.join(_short_of(right))})"
        )
    if not untouched.is_graded:
        yield f"the untouched submission was not graded: {untouched.status}"
    elif untouched.score:
        yield f"the untouched submission gets {untouched.score:g} points"


def _short_of(graded: Graded) -> Iterator[str]:
    for name, question in graded.questions.items():
        if not math.isclose(question["score"], question["possible"]):
            yield name
