"""`homework replay`: a zip for Gradescope that returns what was graded here."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.files import write_zip
from homework.base.scratch import Scratch
from homework.classroom.archives import names
from homework.classroom.ledger import Ledger
from homework.classroom.releases import parts
from homework.classroom.writing import require_own
from homework.grading import stored

READER = "engine/homework/grading/stored.py"


def write_replay(ledger: Ledger, archive: Path, target: Path) -> int:
    """Write a release's zip with the results of the last published run in it.

    Args:
        ledger: of the class.
        archive: the release's zip, by which the class was graded.
        target: the zip to write.

    Returns:
        How many results it carries.

    Raises:
        HomeworkError: when nothing is published, or by another release, or when the
            target is no earlier replay.

    """
    with Scratch("homework-replay-") as folder:
        releases = {
            part.name: hashlib.sha256(part.archive.read_bytes()).hexdigest()
            for part in parts(archive, folder)
        }
    with zipfile.ZipFile(archive) as opened:
        entries = {
            info.filename: opened.read(info)
            for info in opened.infolist()
            if not info.is_dir() and not info.filename.startswith(f"{stored.FOLDER}/")
        }
    if READER not in entries:
        raise HomeworkError(
            archive,
            "carries an engine that knows nothing of stored results.",
            "Build it again with `homework release`, and regrade.",
        )
    results = list(_results(ledger, releases, archive))
    require_own(target, _is_replay)
    write_zip(target, entries | stored.entries(results))
    return len(results)


def _is_replay(path: Path) -> bool:
    return f"{stored.FOLDER}/{stored.INDEX}" in names(path)


def _results(
    ledger: Ledger, releases: dict[str, str], archive: Path
) -> Iterator[stored.Result]:
    run = ledger.latest()
    if run is None:
        raise HomeworkError(
            ledger.path.parent,
            "holds no published scores.",
            "Run `homework grade` to its end first.",
        )
    about = dict(ledger.entries(run))
    for name, part, record in ledger.records(run):
        if record["status"] != "graded":
            continue  # Gradescope tries again
        if record["release"] != releases.get(part):
            raise HomeworkError(
                archive,
                "is not the release by which the class was graded.",
                "Name that one with -a, or run `homework regrade` with this one.",
            )
        people = about[name]["people"]
        addresses = tuple(each["email"] for each in people if each["email"])
        number = str(about[name]["platform_id"] or "")
        yield stored.Result(part, number, addresses, record)
