"""Follow CONTRIBUTING's six steps in a fresh clone, as a new author would.

The commands are read from the page itself; the answers to "write ..." are below. With
``--full`` the clone installs what is pinned and ends with `make`, `make lint` and
`make test`; without, with what they do for the one assignment:

    .venv/bin/python -m tests.six_steps --full FOLDER
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAME = "hand_design_filters"
NOUN = "unit_gain"
AFTER = "q07"
FOLDER = f"q08_{NOUN}"
LEFT_OUT = ("make lab",)  # a person reads the master there
POINTS = (100, 103)

FILES = {
    "tests.py": '''\
"""What a correct `unit_gain` must do."""

import numpy as np

from checks import Array, Function, assert_close, hidden, public, random_cases


@public(points=1)
def test_gives_the_worked_example(unit_gain: Function) -> None:
    """unit_gain should make 0.25 and 0.75 of the weights 1 and 3."""
    found = unit_gain(np.array([[1.0, 3.0]]))
    assert_close(found, [[0.25, 0.75]], name="unit_gain([[1, 3]])")


@hidden(points=2)
def test_weights_sum_to_one(unit_gain: Function) -> None:
    """unit_gain should divide all weights by one sum, whatever the kernel's size."""
    kernel = random_cases("kernel").uniform(1, 2, size=(4, 3))

    def row_by_row(found: Array) -> str | None:
        is_one = np.allclose(found.sum(axis=1), 1.0)
        return "take one sum of the whole kernel, not of each row." if is_one else None

    expected = np.exp(np.log(kernel) - np.log(kernel.mean() * kernel.size))
    assert_close(unit_gain(kernel), expected, name="unit_gain(kernel)", hint=row_by_row)
''',
    "question.py": '''\
# %% [markdown]
# ## Question 8 · Keep the brightness
#
# A blur should leave a flat image as bright as it was.
# Its weights have to sum to one for that.
# Write `unit_gain`, which divides a kernel by the sum of all its weights:
#
# $$u_{ij} = \\frac{k_{ij}}{\\sum_{ab} k_{ab}} .$$
#
# **For example**, the weights 1 and 3 become 0.25 and 0.75.

# %% tags=["solution"]
def unit_gain(kernel):
    """Scale a kernel so that its weights sum to one.  kernel: (H, W).

    Returns (H, W).
    """
    # Divide by the sum of all weights, in one line.
    # BEGIN SOLUTION
    return kernel / kernel.sum()
    # END SOLUTION
''',
    "accepted/averages.py": '''\
"""Divides by the mean weight and by their number."""


def unit_gain(kernel):
    rows, columns = kernel.shape
    return kernel / np.mean(kernel) / (rows * columns)
''',
    "rejected/divides_row_by_row.py": '''\
"""Takes a sum for each row."""

CAUGHT_BY = "test_weights_sum_to_one"
HINT = "not of each row"


def unit_gain(kernel):
    return kernel / kernel.sum(axis=1, keepdims=True)
''',
}


def steps() -> list[list[str]]:
    """Read the commands of each step from CONTRIBUTING, for this question."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = page.partition("in six steps\n\n")[2].partition("\n\n")[0]
    texts = re.split(r"^\d\. ", steps, flags=re.MULTILINE)[1:]
    new = f"homework new {NAME} {NOUN} --after {AFTER}"
    found = [re.findall(r"`((?:homework|make)\b[^`]*)`", text) for text in texts]
    return [
        [
            new if "homework new" in command else command.replace("bn_drop", NAME)
            for command in commands
        ]
        for commands in found
    ]


class Clone:
    """A fresh clone, in which commands run as its author types them."""

    def __init__(self, folder: Path, *, full: bool) -> None:
        """Clone what is committed; with ``full``, install as its Makefile says."""
        self.folder = folder
        self.full = full
        quiet = ["git", "clone", "-q", "-c", "advice.detachedHead=false"]
        subprocess.run([*quiet, str(ROOT), str(folder)], check=True)
        if full:
            self.run("make install")

    def run(self, command: str, *, status: int = 0) -> str:
        """Run one command; return what it said.

        Raises:
            AssertionError: with that, when it ends in another status.

        """
        start = time.monotonic()
        done = subprocess.run(
            self._words(command),
            cwd=self.folder,
            env=self._environment(),
            stdout=None if command.startswith("make") else subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        print(f"{command}: {done.returncode}, {time.monotonic() - start:.0f} s")  # noqa: T201
        assert done.returncode == status, f"{command}: {done.returncode}\n{done.stdout}"
        return done.stdout or ""

    def _words(self, command: str) -> list[str]:
        tool, *words = command.split()
        if tool == "make":
            return [tool, *words]
        if self.full:
            return [str(self.folder / ".venv" / "bin" / tool), *words]
        return [sys.executable, "-m", tool, *words]

    def _environment(self) -> dict[str, str]:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        environment["OMP_NUM_THREADS"] = "1"
        if not self.full:  # the clone's tools with the packages that are here
            environment["PYTHONPATH"] = str(self.folder)
        return environment

    def lint(self) -> None:
        """Do what `make lint` does, to what an author wrote."""
        if self.full:
            self.run("make lint")
            return
        self.run("ruff check --no-cache .")
        self.run("ruff format --no-cache --check .")
        tests = f"assignments/{NAME}/{FOLDER}/tests.py"
        self.run(f"mypy --cache-dir=build/mypy {tests}")

    def make(self) -> None:
        """Do what `make` does, to one assignment."""
        if self.full:
            self.run("make")
            return
        for step in ("assemble", "check", "prove", "release --drafts", "samples"):
            self.run(f"homework {step} {NAME}")


def fill(folder: Path) -> None:
    """Write the question, and what `homework check` names: the sum of the points."""
    question = folder / "assignments" / NAME / FOLDER
    for path in question.glob("*ed/*.py"):
        path.unlink()
    for name, text in FILES.items():
        (question / name).write_text(text, encoding="utf-8")
    intro = question.parent / "intro.py"
    text = intro.read_text(encoding="utf-8")
    old, new = POINTS
    text = text.replace(f"worth {old} points", f"worth {new} points")
    intro.write_text(f"# points: {new}\n{text}", encoding="utf-8")


def follow(folder: Path, *, full: bool = False) -> Clone:
    """Follow the six steps in a clone.

    Raises:
        AssertionError: when a command does not end as the page says.

    """
    clone = Clone(folder, full=full)
    first, *writing, proving, making = steps()
    for command in first:  # the check lists what is left to do
        clone.run(command, status=1 if "check" in command else 0)
    assert not any(writing), "steps that only write have no commands"
    fill(folder)
    for command in (*proving, *making):
        if command == "make lint":
            clone.lint()
        elif command == "make":
            clone.make()
        elif command not in LEFT_OUT:
            clone.run(command)
    clone.lint()
    if full:
        clone.run("make test")
    return clone


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--full", action="store_true")
    asked = parser.parse_args()
    follow(asked.folder.resolve(), full=asked.full)
