"""A replay: stored results come back on Gradescope, everybody else is graded."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

if sys.platform != "linux":
    pytest.skip("Gradescope runs Linux", allow_module_level=True)

from homework.base.files import write_zip
from homework.classroom.ledger import Ledger
from homework.cli import main as command
from homework.gradescope import stand_in
from homework.gradescope.results import main
from homework.grading import stored
from tests.gradescope.test_gradescope import (
    HALF_RIGHT,
    HIDDEN,
    RIGHT,
    notebook,
    read_results,
    release,
)

ME = stand_in.METADATA["users"][0]["email"]  # type: ignore[index]


def call(*words: object) -> Result:
    return CliRunner().invoke(command, list(map(str, words)))


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Grade a class of two; return the folder with everything."""
    folder = tmp_path_factory.mktemp("class")
    release(folder / "twice.zip")
    listed = ["---"]
    for number, source in ((123456789, HALF_RIGHT), (2, RIGHT)):
        path = folder / "assignment_1_export" / f"submission_{number}"
        path.mkdir(parents=True)
        (path / "twice.ipynb").write_bytes(notebook(source))
        listed += [f"submission_{number}:", "  :submitters:", "  - :name: Ada"]
        listed += [f"    :email: {'Student@example.edu' if number > 2 else 'b@b.c'}"]
    about = folder / "assignment_1_export" / "submission_metadata.yml"
    about.write_text("\n".join(listed), encoding="utf-8")
    words = ("-a", folder / "twice.zip", "-o", folder / "grades", "--level", "limits")
    done = call("grade", folder / "assignment_1_export", *words)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def replayed(graded: Path) -> Path:
    """Write the replay, with a message by which a stored result is known."""
    done = call("replay", graded / "grades", "-a", graded / "twice.zip")
    assert done.exit_code == 0, done.output
    assert "replay.zip: 2 results" in done.output
    path = graded / "grades" / "replay.zip"
    with zipfile.ZipFile(path) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    for name, data in entries.items():
        if name.startswith("stored/twice/"):
            entries[name] = data.replace(b'"remarks": []', b'"remarks": ["stored"]')
    write_zip(path, entries)
    return path


def is_stored(results: dict[str, Any]) -> bool:
    said = "stored" in results["output"]
    assert said == ("replayed" in results["extra_data"]["twice"])
    return bool(said)


def on_gradescope(
    root: Path, replay: Path, source: str, about: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Grade a notebook in the folders of Gradescope, without its image."""
    (root / "submission").mkdir(parents=True)
    (root / "results").mkdir()
    (root / "submission" / "twice.ipynb").write_bytes(notebook(source))
    with zipfile.ZipFile(replay) as opened:
        opened.extractall(root / "source")
    if about:
        text = json.dumps(about)
        (root / "submission_metadata.json").write_text(text, encoding="utf-8")
    main(root)
    return read_results(root)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "source", "score", "kept"),
    [
        (123456789, RIGHT, 5, True),  # by its digest
        (123456789, f"{RIGHT}  # newer", 1, True),  # by its number
        (7, f"{RIGHT}  # newer", 5, False),
    ],
)
def test_the_stand_in_replays_what_is_stored_and_grades_the_rest(
    tmp_path: Path,
    replayed: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    source: str,
    score: float,
    kept: bool,
) -> None:
    monkeypatch.setitem(stand_in.METADATA, "id", number)
    handed_in = tmp_path / "twice.ipynb"
    handed_in.write_bytes(notebook(source))
    outcome = stand_in.run(replayed, handed_in)
    assert is_stored(outcome.results) is kept
    assert outcome.score == score
    hidden = [t for t in outcome.results["tests"] if HIDDEN in t["output"]]
    assert {each["visibility"] for each in hidden} == {"after_published"}


@pytest.mark.slow
def test_a_digest_or_a_number_with_an_address_finds_a_result(
    tmp_path: Path, replayed: Path
) -> None:
    def metadata(number: int, email: str) -> dict[str, Any]:
        return {"id": number, "users": [{"email": email}]}

    other = f"{RIGHT}  # other"
    for place, (source, about, kept, score) in enumerate(
        [
            (RIGHT, None, True, 5),
            (HALF_RIGHT, metadata(7, "x@y.z"), True, 1),
            (other, metadata(123456789, ME), True, 1),
            (other, metadata(123456789, "x@y.z"), False, 5),  # somebody else's
            (other, metadata(7, ME), False, 5),
            (other, {"id": None, "users": None}, False, 5),
            (other, None, False, 5),
        ]
    ):
        found = on_gradescope(tmp_path / str(place), replayed, source, about)
        assert is_stored(found) is kept, (source, about)
        assert sum(test.get("score", 0) for test in found["tests"]) == score


def test_what_students_see_is_the_same_as_if_it_was_graded(
    tmp_path: Path, graded: Path, replayed: Path
) -> None:
    first = on_gradescope(tmp_path / "a", replayed, HALF_RIGHT)
    second = on_gradescope(tmp_path / "b", graded / "twice.zip", HALF_RIGHT)
    for each in (first, second):
        each.pop("extra_data")
        each["output"] = each["output"].replace("stored\n", "")
        for test in each["tests"]:
            for row in test["extra_data"].values():
                row.pop("seconds")
    assert first == second


def test_no_student_can_be_read_from_the_zip(replayed: Path) -> None:
    with zipfile.ZipFile(replayed) as opened:
        stored_in = [n for n in opened.namelist() if n.startswith("stored/")]
        text = b"".join(map(opened.read, stored_in)).lower()
    assert len(stored_in) == 3
    assert b"@" not in text
    assert b"ada" not in text


def test_results_of_another_release_are_refused(tmp_path: Path, graded: Path) -> None:
    other = release(tmp_path / "twice.zip", untouched="x = 1")
    done = call("replay", graded / "grades", "-a", other)
    assert done.exit_code == 2
    said = " ".join(done.output.split())
    assert "is not the release by which the class was graded. Name that" in said


def test_a_zip_that_could_not_replay_is_refused(tmp_path: Path, graded: Path) -> None:
    old = tmp_path / "old.zip"
    with zipfile.ZipFile(graded / "twice.zip") as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    del entries["engine/homework/grading/stored.py"]
    write_zip(old, entries)
    done = call("replay", graded / "grades", "-a", old)
    assert done.exit_code == 2
    assert "Build it again with `homework release`" in " ".join(done.output.split())


def test_only_an_earlier_replay_is_replaced(graded: Path, replayed: Path) -> None:
    release_, again = graded / "twice.zip", graded / "again.zip"
    words = ("replay", graded / "grades", "-a", release_, "-o")
    before = {path: path.read_bytes() for path in graded.rglob("*") if path.is_file()}
    for path in (release_, graded / "grades" / "ledger.sqlite"):
        assert "holds something else" in " ".join(call(*words, path).output.split())
    assert {path: path.read_bytes() for path in before} == before
    again.write_bytes(replayed.read_bytes())
    assert call(*words, again).exit_code == 0


def test_nothing_published_is_a_sentence(tmp_path: Path, graded: Path) -> None:
    Ledger(tmp_path / "empty", "twice").close()
    done = call("replay", tmp_path / "empty", "-a", graded / "twice.zip")
    assert done.exit_code == 2
    assert "holds no published scores" in done.output


def test_an_index_that_is_broken_stores_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "source" / "stored"
    folder.mkdir(parents=True)
    (folder / "index.json").write_text("[", encoding="utf-8")
    found = stored.Stored(tmp_path / "source", tmp_path / "none.json")
    assert found.find("twice", tmp_path) is None
