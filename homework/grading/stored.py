"""Results that were found elsewhere, carried in a zip for Gradescope.

A result is known by the digest of what was handed in, or by Gradescope's number of the
submission together with the address of somebody who handed it in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from homework.grading.engine import Graded
from homework.grading.handed_in import SubmissionError
from homework.grading.reader import read
from homework.grading.sandbox.sandbox import strongest

FOLDER = "stored"  # of the zip; only graders may read it
INDEX = "index.json"


class Result(NamedTuple):
    """One result of one notebook.

    Attributes:
        assignment: the notebook's.
        number: Gradescope's, of the submission; empty when it has none.
        addresses: of those who handed it in.
        record: what `Graded.record` made; it has a score.

    """

    assignment: str
    number: str
    addresses: tuple[str, ...]
    record: dict[str, Any]


def entries(results: Iterable[Result]) -> dict[str, bytes]:
    """Write results as entries of a zip, without names or addresses of students."""
    found: dict[str, bytes] = {}
    numbers: dict[str, Any] = {}
    for each in results:
        digest = each.record["digest"]
        found[_place(each.assignment, digest)] = json.dumps(each.record).encode()
        if each.number:
            known = {"digest": digest, "people": list(map(_veil, each.addresses))}
            numbers.setdefault(each.number, {})[each.assignment] = known
    return found | {f"{FOLDER}/{INDEX}": json.dumps(numbers).encode()}


def _place(assignment: str, digest: str) -> str:
    return f"{FOLDER}/{assignment}/{digest}.json"


def _veil(address: str) -> str:
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()


class Stored:
    """The results that an unpacked zip carries; none in most.

    Args:
        source: the unpacked zip.
        metadata: Gradescope's ``submission_metadata.json``; it need not be there.

    """

    def __init__(self, source: Path, metadata: Path) -> None:
        self.source = source
        self.is_there = (source / FOLDER / INDEX).is_file()
        self.numbers = _json(source / FOLDER / INDEX) if self.is_there else {}
        self.about = _json(metadata)

    def find(self, assignment: str, submission: Path) -> dict[str, Any] | None:
        """Return the record of a submission, if one is stored."""
        if not self.is_there:
            return None
        for digest in (_digest(submission, assignment), self._by_number(assignment)):
            path = self.source / _place(assignment, digest)
            if digest and path.is_file():
                return _json(path)
        return None

    def _by_number(self, assignment: str) -> str:
        """Look a submission up by its number, if it is of the same people.

        Nobody has promised that the export's numbers are these.
        """
        known = self.numbers.get(str(self.about.get("id")), {}).get(assignment, {})
        users = self.about.get("users") or ()
        here = {_veil(str(each.get("email"))) for each in users}
        return str(known["digest"]) if here & set(known.get("people", ())) else ""


def graded(record: Mapping[str, Any]) -> Graded:
    """Return what a record was made of."""
    names = [each.name for each in fields(Graded)]
    return Graded(**{name: record[name] for name in names if name in record})


def _json(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _digest(submission: Path, assignment: str) -> str:
    try:
        return read(submission, assignment, level=strongest()).digest
    except SubmissionError:
        return ""
