"""What need not be done again: releases and scores, kept by digest of their inputs.

The records are committed, in `docs/quality`, so a fresh clone does what changed since.
They save time and decide nothing else: without them everything is done anew. A record
of another Python is left alone; what this one does is then kept in `build/`.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import sys
import threading
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from homework.base.files import write_text
from homework.gradescope import bundle
from homework.questions.layout import SHARED_FOLDERS, Assignment, Repository
from homework.release import stock
from homework.release.address import published
from homework.release.stock import QuestionScore, Scores

FOLDER = Path("docs", "quality")
PYTHON = "{}.{}".format(*sys.version_info)
TOOLS = Path(__file__).parents[1]
# What a release and stock Otter's scores are made with, beside the files.
MADE_WITH = ("ipykernel", "nbconvert", "nbformat", "numpy", "otter-grader", "torch")
# Our modules that make a release; those that ship in it are among its entries.
MAKERS = ("base", "law/complaints.py", "gradescope", "questions", "release")
# What stock Otter does not read in a zip: our engine, and what Gradescope installs.
OURS = ("engine/", "trial/")

_WRITING = threading.Lock()  # assignments and samples are threads


def home(repository: Repository, kind: str, name: str) -> Path:
    """Return where a record lies: where git keeps it, unless that is of another Python.

    Args:
        repository: whose record it is.
        kind: of what: ``releases`` or ``stock``.
        name: the assignment's.

    """
    committed = repository.root / FOLDER / kind / f"{name}.json"
    if read(committed).get("python", PYTHON) == PYTHON:
        return committed
    return repository.build / kind / f"{name}.json"


def read(path: Path) -> dict[str, Any]:
    """Read a record; what cannot be read says nothing."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, record: dict[str, Any]) -> None:
    """Write a record, one line for each submission."""
    write_text(path, json.dumps(record, indent=1, sort_keys=True) + "\n")


def digest(entries: dict[str, bytes]) -> str:
    """Digest named contents, whatever their order; hexadecimal digits."""
    found = hashlib.sha256()
    for name in sorted(entries):
        found.update(f"{name}\0{len(entries[name])}\0".encode() + entries[name])
    return found.hexdigest()


def versions() -> dict[str, bytes]:
    """Name what is installed; whether torch is a build for the CPU is no matter."""
    return {
        package: importlib.metadata.version(package).partition("+")[0].encode()
        for package in MADE_WITH
    }


# --- releases -----------------------------------------------------------------


def inputs(repository: Repository, assignment: Assignment) -> str:
    """Digest everything that a release depends on, but the version of Python."""
    folders = [assignment.folder, *assignment.folder.iterdir()]
    folders += [repository.assignments_folder / name for name in SHARED_FOLDERS]
    paths = {repository.root / "otter_config.json", assignment.hand_in}
    for folder in folders:
        if folder.is_dir():
            paths |= {path for path in folder.rglob("*") if path.is_file()}
    found = {
        path.relative_to(repository.root).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file()
    }
    found |= {
        path.relative_to(TOOLS).as_posix(): path.read_bytes() for path in _makers()
    }
    found |= bundle.entries() | bundle.settings(repository.root) | versions()
    found["where students find it"] = repr(published(repository.root)).encode()
    return digest(found)


def _makers() -> Iterable[Path]:
    for name in MAKERS:
        place = TOOLS / name
        yield from place.rglob("*.py") if place.is_dir() else [place]


# --- scores -------------------------------------------------------------------


class Ledger:
    """What stock Otter gave to submissions of one assignment, by what they contain.

    A score rests on the zip (but not on our engine in it), on what is handed in and on
    what is installed. With another zip the scores of the old one are dropped.
    """

    def __init__(self, repository: Repository, name: str, archive: Path) -> None:
        """Open the record of an assignment and its zip."""
        self.archive = archive
        self._path = home(repository, "stock", name)
        made_by = {"stock.py": Path(stock.__file__).read_bytes()}
        self._rests_on = digest(_read_by_stock(archive) | versions() | made_by)

    def find(self, handed_in: Path) -> Scores | None:
        """Look up what a notebook, or a zip with one, was given; without the output."""
        record = self._record()
        earned = record["earned"].get(_digest_of(handed_in))
        if earned is None:
            return None
        pairs = zip(record["worth"].items(), map(float, earned.split()), strict=True)
        return Scores({name: QuestionScore(got, of, "") for (name, of), got in pairs})

    def grade(self, handed_in: Path, scratch: Path) -> Scores:
        """Let stock Otter grade a submission, and keep what it gave.

        Raises:
            HomeworkError: when there is no score.

        """
        scores = stock.run(self.archive, handed_in, scratch)
        names = sorted(scores.questions)
        with _WRITING:
            record = self._record()
            record["worth"] = {name: scores.questions[name].possible for name in names}
            earned = (f"{scores.questions[name].earned:.12g}" for name in names)
            record["earned"][_digest_of(handed_in)] = " ".join(earned)
            write(self._path, record)
        return scores

    def keep_only(self, handed_in: Iterable[Path]) -> None:
        """Drop the scores of all other submissions."""
        known = {_digest_of(path) for path in handed_in}
        with _WRITING:
            record = self._record()
            earned = record["earned"]
            record["earned"] = {key: earned[key] for key in earned if key in known}
            write(self._path, record)

    def _record(self) -> dict[str, Any]:
        record = read(self._path)
        if record.get("rests_on") == self._rests_on:
            return record
        fresh = {"python": PYTHON, "rests_on": self._rests_on}
        return {**fresh, "worth": {}, "earned": {}}


def _read_by_stock(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    ours = {*bundle.entries(), "grading.json"}
    return {
        name: data
        for name, data in entries.items()
        if name not in ours and not name.startswith(OURS)
    }


def _digest_of(handed_in: Path) -> str:
    """Digest a submission, whatever the form of its JSON and the times in its zip."""
    if handed_in.suffix == ".zip":
        with zipfile.ZipFile(handed_in) as opened:
            entries = {name: opened.read(name) for name in opened.namelist()}
    else:
        entries = {handed_in.name: handed_in.read_bytes()}
    for name, data in entries.items():
        if name.endswith(".ipynb"):
            entries[name] = json.dumps(json.loads(data), sort_keys=True).encode()
    return digest(entries)
