"""Stock Otter, run as a command of its own: the reference for what a build scores."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError

TIME_LIMIT_S = 600.0

# A check of internationalized web addresses, which jsonschema takes if it is there and
# no notebook has. Its import builds a grammar: more than a second in each of Otter's
# processes, which is half of the time that grading a small notebook takes.
SLOW_AND_OPTIONAL = "rfc3987_syntax"


def environment() -> dict[str, str]:
    """Return the environment for Otter: no bytecode, one thread, a quick start."""
    paths = (str(_folder_without_slow_modules()), os.environ.get("PYTHONPATH", ""))
    return {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
    }


@cache
def _folder_without_slow_modules() -> Path:
    """Make a folder that hides an optional module, as if it were not installed."""
    folder = Path(tempfile.mkdtemp(prefix="homework-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    text = f'raise ImportError("{SLOW_AND_OPTIONAL} is hidden: see {__name__}")\n'
    (folder / f"{SLOW_AND_OPTIONAL}.py").write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class QuestionScore:
    """What Otter gave for one question, and what it wrote about it."""

    earned: float
    possible: float
    output: str

    @property
    def failures(self) -> list[str]:
        """The messages of the tests that failed: their docstrings."""
        return re.findall(r"^ {4}\S+ - \d+ message: (.*)$", self.output, re.MULTILINE)


@dataclass(frozen=True)
class Scores:
    """One graded submission."""

    questions: dict[str, QuestionScore]

    @property
    def earned(self) -> float:
        """The points of all questions together."""
        return sum(question.earned for question in self.questions.values())

    @property
    def possible(self) -> float:
        """What all questions together are worth."""
        return sum(question.possible for question in self.questions.values())


def assign(master: Path, out: Path) -> None:
    """Split a master notebook: ``otter assign``.

    Its self-test is left out: a release grades the solution on the zip that ships.

    Args:
        master: the master notebook.
        out: becomes a folder with the folders ``student`` and ``autograder``.

    Raises:
        HomeworkError: with Otter's last lines, when it fails.

    """
    command = ["assign", "--no-run-tests", str(master), str(out)]
    _otter(command, where=master, folder=out.parent)


def run(autograder: Path, submission: Path, scratch: Path) -> Scores:
    """Grade one submission: ``otter run``.

    Args:
        autograder: the zip for Gradescope.
        submission: a notebook, or a zip with one.
        scratch: an empty or new folder for what Otter writes.

    Raises:
        HomeworkError: when there is no score: Otter failed, or says that it did.

    """
    scratch.mkdir(parents=True, exist_ok=True)
    results = scratch / "results.json"
    results.unlink(missing_ok=True)
    said = _otter(
        [
            "run",
            "--no-logo",
            "-a",
            str(autograder),
            "-o",
            str(scratch),
            str(submission),
        ],
        where=submission,
        folder=scratch,
        tries=2,  # two kernels that start at once can choose the same port
    )
    if not results.exists():
        raise _failure(submission, "run", said)
    return read_results(results, submission)


def read_results(results: Path, submission: Path | str) -> Scores:
    """Read Otter's ``results.json``, and never its pickle.

    It holds one visible entry "Public Tests" without a score, and one hidden entry
    with score, maximum and text for each question.

    Raises:
        HomeworkError: when it says that grading failed, which is not a score of 0.

    """
    entries: list[dict[str, Any]] = json.loads(results.read_text("utf-8"))["tests"]
    broken = [entry for entry in entries if entry["name"].startswith("Autograder ")]
    scored = [entry for entry in entries if "max_score" in entry]
    if broken or not scored:
        raise _failure(submission, "run", "\n".join(e["output"] for e in broken))
    return Scores(
        {
            entry["name"]: QuestionScore(
                float(entry["score"]), float(entry["max_score"]), entry["output"]
            )
            for entry in scored
        }
    )


def _otter(arguments: list[str], *, where: Path, folder: Path, tries: int = 1) -> str:
    """Run Otter of this interpreter's environment; return all that it said."""
    command = [sys.executable, "-m", "otter", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=TIME_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise HomeworkError(
            where,
            f"`otter {arguments[0]}` was stopped after {TIME_LIMIT_S:g} s.",
            "Look for a cell or a test that does not end.",
        ) from error
    if done.returncode and tries > 1:
        return _otter(arguments, where=where, folder=folder, tries=tries - 1)
    if done.returncode:
        raise _failure(where, arguments[0], done.stdout)
    return done.stdout


def _failure(where: Path | str, command: str, said: str) -> HomeworkError:
    lines = [line for line in said.splitlines() if line.strip()]
    last = "\n    ".join(lines[-8:]) or "nothing"
    return HomeworkError(
        where,
        f"stock `otter {command}` failed. Its last lines:\n    {last}\n",
        "Mend what they name and run the command again.",
    )
