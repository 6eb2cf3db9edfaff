"""Train what a submission declares once more, and compare with what it claims.

This runs the student's code on this machine: do it in a container or on a machine
that holds nothing else. A process of its own and a time limit keep the command alive,
they do not keep the code in.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from homework.base.errors import HomeworkError
from homework.grading.notebook import IGNORED

NETWORKS = {
    "base": "NeuralNetwork",
    "bn_dropout": "NeuralNetwork",
    "own": "OwnNetwork",
}
STANDARD_ERRORS = 4.0
LARGEST_RECORD = 1_000_000  # bytes


@dataclass(frozen=True)
class Verdict:
    """What came of training one network again.

    Attributes:
        name: such as "base".
        claimed: validation accuracy in the record, from 0 to 1, or None.
        reached: that of the new training, or None where there was none.
        allowed: how far below the claim still counts as reproduced.
        problem: why there is no accuracy.

    """

    name: str
    claimed: float | None
    reached: float | None = None
    allowed: float = 0.0
    problem: str = ""

    @property
    def is_reproduced(self) -> bool:
        """Whether the new training comes within the allowance of the claim."""
        return (
            self.reached is not None
            and self.claimed is not None
            and self.reached >= self.claimed - self.allowed
        )

    def __str__(self) -> str:
        """Say it in one line."""
        if self.problem:
            return f"{self.name}: {self.problem}"
        if self.reached is None or self.claimed is None:
            return f"{self.name}: the record claims no validation accuracy."
        said = "reproduced" if self.is_reproduced else "NOT reproduced"
        margin = 100 * (self.reached - self.claimed)
        return (
            f"{self.name}: {said}: claims {self.claimed:.1%}, reached "
            f"{self.reached:.1%}, {margin:+.1f} points (allowed "
            f"-{100 * self.allowed:.1f})"
        )


def retrain(
    submission: Path, names: tuple[str, ...], *, course: Path, limit: float
) -> list[Verdict]:
    """Train the networks of a submission again, each in a process of its own.

    Args:
        submission: the zip of the notebook's last cell, or the notebook with its JSON
            files beside it.
        names: which networks; those with a record by default.
        course: the folder that holds `deeplearning`.
        limit: seconds for one training.

    Raises:
        HomeworkError: when there is no notebook or no record to go by.

    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _unpack(submission, folder)
        records = dict(_records(folder))
        wanted = names or tuple(records)
        missing = [name for name in wanted if name not in records]
        if missing or not wanted:
            raise HomeworkError(
                submission,
                f"holds no record {missing[0] if missing else 'of a network'}.json.",
                "Give it the zip that the notebook's last cell writes.",
            )
        return [
            _retrained(folder, name, records[name], course, limit) for name in wanted
        ]


def _unpack(submission: Path, folder: Path) -> None:
    """Take the notebook and the records out of a submission, and nothing else."""
    found: dict[str, bytes] = {}
    if zipfile.is_zipfile(submission):
        with zipfile.ZipFile(submission) as archive:
            for info in archive.infolist():
                if _is_wanted(info.filename) and info.file_size < 50 * LARGEST_RECORD:
                    found[Path(info.filename).name] = archive.read(info)
    elif submission.suffix == ".ipynb":
        for path in (submission, *submission.parent.glob("*.json")):
            if path == submission or _is_wanted(path.name):
                found[path.name] = path.read_bytes()
    notebooks = [name for name in found if name.endswith(".ipynb")]
    if len(notebooks) != 1:
        raise HomeworkError(
            submission,
            f"holds {len(notebooks)} notebooks.",
            "Give a notebook, or a zip with one notebook.",
        )
    for name, content in found.items():
        new = "notebook.ipynb" if name in notebooks else name
        (folder / new).write_bytes(content)


def _is_wanted(name: str) -> bool:
    path = Path(name)
    return path.suffix == ".ipynb" or (path.suffix == ".json" and path.stem in NETWORKS)


def _records(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in NETWORKS:
        path = folder / f"{name}.json"
        if path.is_file() and 0 < path.stat().st_size < LARGEST_RECORD:
            try:
                record = json.loads(path.read_bytes())
            except ValueError:
                continue
            if isinstance(record, dict):
                yield name, record


def _retrained(
    folder: Path, name: str, record: dict[str, Any], course: Path, limit: float
) -> Verdict:
    claimed = record.get("validation_accuracy")
    claim = float(claimed) if isinstance(claimed, int | float) else None
    script = folder / f"retrain_{name}.py"
    script.write_text(_script(folder / "notebook.ipynb", name), encoding="utf-8")
    out = folder / f"{name}.reached"
    try:
        done = subprocess.run(
            [sys.executable, str(script), str(out)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(course), "MPLBACKEND": "agg"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Verdict(name, claim, problem=f"stopped after {limit:g} s.")
    if not out.is_file():
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        return Verdict(name, claim, problem=f"the training ended early: {last}")
    reached, count = json.loads(out.read_text(encoding="utf-8"))
    return Verdict(name, claim, reached, allowance(claim or reached, count))


def allowance(accuracy: float, count: int) -> float:
    """Return how far two honest trainings may differ on so many images.

    Four standard errors of the difference of two measurements, and at least two
    points for what the seeds do.
    """
    error = math.sqrt(2 * max(accuracy * (1 - accuracy), 0.01) / count)
    return max(0.02, STANDARD_ERRORS * error)


TRAINING = """

import json, sys
from pathlib import Path

from deeplearning.training import Settings, fit, load_images

record = json.loads(Path("{name}.json").read_text())
images = load_images(record["data"])
settings = Settings(**record["settings"])
assert settings.epochs <= images.budget.epochs, "more epochs than the budget has"
steps = settings.steps(len(images.X_train))
assert steps <= images.budget.steps, "more steps than the budget has"
augment = globals()[record["augment"]] if record.get("augment") else None
arguments = {{**images.shape, **record.get("arguments", {{}})}}
run = fit(
    {network}(**arguments), images, settings, train_step, augment=augment, verbose=False
)
Path(sys.argv[1]).write_text(json.dumps([run.val_accuracies[-1], len(images.y_val)]))
"""


def _script(notebook: Path, name: str) -> str:
    """Write a program of the notebook's cells that grading runs, and the training."""
    read = nbformat.read(notebook, as_version=4)
    lines = ["_cells = []"]
    for cell in read.cells:
        ignored = IGNORED in cell.metadata.get("tags", ())
        if cell.cell_type == "code" and not ignored and "grader" not in cell.source:
            lines.append(f"_cells.append({cell.source!r})")
    lines += [
        "for _cell in _cells:",
        "    try:",
        "        exec(compile(_cell, '<cell>', 'exec'), globals())",
        "    except Exception as error:",
        "        print(f'a cell raised {type(error).__name__}: {error}')",
    ]
    return "\n".join(lines) + TRAINING.format(name=name, network=NETWORKS[name])
