"""Hands attacks in to the stand-in for Gradescope, one container after another.

`python -m tests.attacked_on_gradescope [NAME…]` tries some, or all that can be uploaded
one by one, and prints what became of each.
"""

from __future__ import annotations

import secrets
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from homework.gradescope import bundle, stand_in
from homework.gradescope.stand_in import Container, Image
from homework.grading.engine import Graded
from tests.attacked import (
    ASSIGNMENT,
    PLANTED,
    Attack,
    attacks,
    complaints,
    footprint,
    honest_answers,
    left_in_places,
    notebook,
    processes_of,
    scores,
    strays,
    write_release,
    write_submission,
)

CONTAINER = Container(cpus=2)  # not a half: what counts here is not how long it takes
NOT_OURS = ("submission/", "results/")  # of /autograder: each container has its own
# Gradescope itself would have to unpack or copy these.
NOT_UPLOADED = ("zip", "pipe", "folder_of")


def write_archive(folder: Path, token: str) -> Path:
    """Write the release of the attacks with the engine as it is, and with its trial."""
    released = write_release(folder, token)
    answers = honest_answers()
    right = notebook({name: [source] for name, source in answers.items()})
    untouched = notebook({name: ["pass"] for name in answers})
    name = f"{ASSIGNMENT}.ipynb"
    own = bundle.entries() | bundle.trial(
        ASSIGNMENT, right={name: right}, untouched={name: untouched}
    )
    made = folder / "on_gradescope.zip"
    with zipfile.ZipFile(released) as read, zipfile.ZipFile(made, "w") as written:
        for entry in read.namelist():
            if entry not in own and not entry.startswith(("engine/", "trial/")):
                written.writestr(entry, read.read(entry))
        for entry, data in own.items():
            written.writestr(entry, data)
    return made


def graded(results: dict[str, Any]) -> Graded:
    """Read what Gradescope would show to staff, as if the engine had said it."""
    found = Graded("", "graded", errors=[{"error": results["output"]}])
    for entry in results["tests"]:
        if "tags" not in entry:
            found.status = entry["output"]
            continue
        name = entry["tags"][0]
        question = found.questions.setdefault(name, {"score": 0, "tests": []})
        question["score"] += entry.get("score", 0)
        question["tests"].append({"message": entry["output"]})
    return found


def try_all(chosen: Sequence[Attack]) -> Iterator[str]:
    """Hand in attacks; yield what went as no attack may go."""
    with tempfile.TemporaryDirectory() as name:
        folder, token = Path(name), secrets.token_hex(8)
        archive = write_archive(folder, token)
        answers = honest_answers()
        own = folder / f"{ASSIGNMENT}.ipynb"
        with stand_in.image(archive) as image:
            own.write_bytes(notebook({k: [v] for k, v in answers.items()}))
            full = graded(image.grade(own, CONTAINER).results)
            own.write_bytes(notebook({k: ["pass"] for k in answers}))
            least = graded(image.grade(own, CONTAINER).results)
            before = footprint(image.root, NOT_OURS)
            for attack in chosen:
                theirs = folder / attack.name
                theirs.mkdir()
                for complaint in _complaints(
                    image, attack, theirs, scores(full), scores(least)
                ):
                    yield f"{attack.name}: {complaint}"
                if footprint(image.root, NOT_OURS) != before:
                    yield f"{attack.name}: changed what is outside of its submission"
                    return


def _complaints(
    image: Image,
    attack: Attack,
    folder: Path,
    full: dict[str, float],
    least: dict[str, float],
) -> Iterator[str]:
    outcome = image.grade(write_submission(attack, folder), CONTAINER)
    found = graded(outcome.results)
    print(attack.name, found.status, scores(found), outcome.summary, flush=True)  # noqa: T201
    yield from complaints(attack, found, full, least)
    if seen := PLANTED.findall(outcome.stdout):
        yield f"printed {seen[0]}"
    if processes := processes_of(image.root) + strays():
        yield f"left processes: {processes}"
    yield from left_in_places()


def main(*names: str) -> int:
    """Try attacks, print what became of each; return 1 if one succeeded."""
    chosen = [each for each in attacks() if not each.name.startswith(NOT_UPLOADED)]
    chosen = [each for each in chosen if not names or each.name in names]
    said = list(try_all(chosen))
    print(*said, sep="\n")  # noqa: T201
    return bool(said)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
