"""What a TA once stumbled over: each row by the real command."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from homework.cli import main as command
from homework.questions.answers import answers
from homework.questions.layout import Repository
from homework.release.places import released
from homework.release.samples import submission
from homework.release.simulate import MISCONCEPTIONS, ROSTER, TRUTH
from tests.classroom.test_regrade import NEW, OLD, notebook, release
from tests.grading_toys import archive, case, cells

pytestmark = pytest.mark.slow  # each starts graders

ROOT = Path(__file__).resolve().parents[2]
ONE = {"q1": [case("test_one", "f", "assert f() == 1")]}
GOOD = "def f(): return 1"


def grade(*words: object) -> Result:
    """Call the command as a shell would."""
    return CliRunner().invoke(command, ["grade", *map(str, words), "--level", "limits"])


def rows(out: Path) -> list[dict[str, str]]:
    """Read scores.csv."""
    with (out / "scores.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- what happened to a submission --------------------------------------------

# What a cell does, and what the row says of it; the score is not touched.
REMARKED = {
    "raises": ("1 / 0", "code cell 1: ZeroDivisionError"),
    "ends": ("import os\nos._exit(0)", "code cell 1: the code ended its process"),
    "exits": ("exit()", "code cell 1: "),
    "pip": ("!pip install numpy", "!pip install numpy was not run: grading runs"),
    "percent": ("%pip install numpy", "%pip install numpy was not run"),
    "imports": ("import nowhere", "code cell 1: ModuleNotFoundError"),
    "syntax": ("x = = 1", "code cell 1: SyntaxError"),
    "asks": ("input()", "code cell 1: "),
}


def test_a_row_says_what_happened_to_a_submission(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    folder.mkdir()
    for name, (source, _) in REMARKED.items():
        (folder / f"{name}.ipynb").write_bytes(cells(source, GOOD))
    (folder / "quiet.ipynb").write_bytes(cells(GOOD))
    many = [f"raise ValueError({n})" for n in range(5)]
    (folder / "many.ipynb").write_bytes(cells(*many, GOOD))
    grade(folder, "-a", archive(tmp_path, ONE), "-o", out)
    found = {row["submission"]: row for row in rows(out)}
    for name, (_, said) in REMARKED.items():
        assert found[name]["remarks"].startswith(said), found[name]
        assert found[name]["score"] == "1.0", found[name]
    assert found["quiet"]["remarks"] == ""
    assert found["many"]["remarks"].count("ValueError") == 3
    assert "2 more cells ended with an error" in found["many"]["remarks"]


def test_a_row_says_that_nothing_was_answered(tmp_path: Path) -> None:
    path, out = tmp_path / "ana.ipynb", tmp_path / "grades"
    zipped = ROOT / "autograder" / "bn_drop.zip"
    with zipfile.ZipFile(zipped) as opened:
        untouched = opened.read("trial/bn_drop/untouched/bn_drop.ipynb")
    path.write_bytes(untouched)
    grade(path, "-a", zipped, "-o", out)
    (row,) = rows(out)
    assert (row["score"], row["remarks"]) == ("0.0", "no question is answered")


@pytest.mark.parametrize("texts", ["moved", "deleted"])
def test_answers_are_not_called_missing_where_their_headings_are(
    tmp_path: Path, texts: str
) -> None:
    path, out = tmp_path / "ana.ipynb", tmp_path / "grades"
    solved = json.loads((ROOT / "solutions" / "bn_drop.ipynb").read_bytes())
    cells = solved["cells"]
    codes = [each for each in cells if each["cell_type"] == "code"]
    others = [each for each in cells if each["cell_type"] != "code"]
    solved["cells"] = codes + others if texts == "moved" else codes
    path.write_text(json.dumps(solved))
    grade(path, "-a", ROOT / "autograder" / "bn_drop.zip", "-o", out)
    (row,) = rows(out)
    assert float(row["score"]) > 0
    assert row["remarks"] == ""


# --- privacy ------------------------------------------------------------------


@pytest.mark.parametrize("place", ["here", "another course"])
def test_what_students_handed_in_is_not_committed(tmp_path: Path, place: str) -> None:
    """`git add -A` after a TA's day, with what the documents call the files."""
    course = tmp_path / "course"
    if place == "here":
        course.mkdir()
        text = (ROOT / ".gitignore").read_bytes()
        (course / ".gitignore").write_bytes(text)
    else:
        done = CliRunner().invoke(command, ["init", str(course)])
        assert done.exit_code == 0, done.output
    students = [
        *("grades/scores.csv", "grades/feedback/ana.html", "grades/ledger.sqlite"),
        *("grades-canvas/scores.csv", "submissions/ana.ipynb", "roster.csv"),
        *("assignment_1_export.zip", "assignment_1_export/submission_1/a.ipynb"),
        *("export.csv", "submissions.zip", "worksheet.csv", "points.csv"),
        *("submission.zip", "submission.ipynb", "results.json", "page.txt"),
        *("replay.zip", "class.zip"),
    ]
    for name in students:
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text("Ada Example", encoding="utf-8")
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=course, check=True)
    listed = subprocess.run(
        ["git", "ls-files"], cwd=course, check=True, capture_output=True, text=True
    )
    assert not set(listed.stdout.split()) & set(students)
    assert ".gitignore" in listed.stdout.split()


# --- independence -------------------------------------------------------------


@pytest.mark.parametrize("earlier", ["", "scales_by_the_share_kept"])
def test_a_wrong_earlier_answer_costs_no_point_in_a_later_one(
    tmp_path: Path, earlier: str
) -> None:
    repository = Repository.find(ROOT)
    (assignment,) = repository.assignments(("bn_drop",))
    known = {each.name: each for each in assignment.questions}
    dropout, network = known["q04_dropout_forward"], known["q06_fully_connected_net"]
    by_name = {
        each.path.stem: each.source
        for question, kind in ((network, "accepted"), (dropout, "rejected"))
        for each in answers(question, kind)
    }
    filled = {network.name: by_name["drops_before_the_relu"]}
    if earlier:
        filled[dropout.name] = by_name[earlier]
    made = submission(released(repository, assignment).notebook, filled)
    path = tmp_path / "ana.ipynb"
    path.write_text(json.dumps(made), encoding="utf-8")
    out = tmp_path / "grades"
    grade(path, "-a", ROOT / "autograder" / "bn_drop.zip", "-o", out)
    record = json.loads((out / "ana.json").read_text(encoding="utf-8"))
    question = record["questions"][network.name]
    lost = [row["message"] for row in question["tests"] if not row["passed"]]
    assert question["score"] == question["possible"], lost


# --- the same words for the same things ---------------------------------------


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_no_submissions_at_once_are_refused(tmp_path: Path, number: str) -> None:
    path = tmp_path / "ana.ipynb"
    path.write_bytes(cells(GOOD))
    for name, words in (("grade", [path]), ("regrade", [tmp_path])):
        done = CliRunner().invoke(
            command, [name, *map(str, words), "-a", "x", "-j", number]
        )
        assert done.exit_code == 2
        assert "'-j'" in done.output


def test_every_command_knows_an_assignment_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(tmp_path, ONE)
    path = tmp_path / "ana.ipynb"
    path.write_bytes(cells(GOOD))
    monkeypatch.chdir(tmp_path)
    assert grade(path, "-a", "toy", "-o", "grades").exit_code == 0
    words = ["regrade", "grades", "-a", "toy", "--level", "limits"]
    done = CliRunner().invoke(command, words)
    assert "toy: changed since: no test" in done.output
    for words in (
        ["grade", "ana.ipynb", "-a", "nope"],
        ["regrade", "grades", "-a", "nope"],
        ["gradescope", "nope", "ana.ipynb"],
    ):
        done = CliRunner().invoke(command, words)
        assert done.exit_code == 2
        assert "nope.zip: is not there. Build it with" in done.output, words


# --- others of the kind: who is who -------------------------------------------

PEOPLE = """---
submission_1:
  :submitters:
  - :name: Ana Łópez
    :sid: '007'
    :email: ana@x.edu
  :created_at: 2026-10-02 03:58:11.000000000 Z
submission_2:
  :submitters:
  - :name: Bo
    :sid: 007a
    :email: bo@x.edu
  - :name: Cy "the" O'Neil, Jr.
    :sid: '0070'
    :email: cy@x.edu
submission_3:
  :submitters:
  - :name: Ana Łópez
    :sid: '007'
    :email: ana@x.edu
  :created_at: 2026-10-03 03:58:11.000000000 Z
"""


def export(folder: Path, encoding: str) -> Path:
    """Write an export whose list is in an encoding."""
    made = folder / "up" / "assignment_9_export"
    for number in (1, 2, 3):
        (made / f"submission_{number}").mkdir(parents=True)
        note = f"# {number}"
        (made / f"submission_{number}" / "toy.ipynb").write_bytes(cells(GOOD, note))
    text = PEOPLE.encode(encoding)
    if encoding == "utf-8-sig":
        text = text.replace(b"\n", b"\r\n")
    (made / "submission_metadata.yml").write_bytes(text)
    return made


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("level", ["right", "too high", "two too high", "too low"])
def test_who_is_who_whatever_the_level_and_the_encoding(
    tmp_path: Path, encoding: str, level: str
) -> None:
    made, out = export(tmp_path, encoding), tmp_path / "grades"
    source = {
        "right": made,
        "too high": made.parent,
        "two too high": tmp_path / "top",
        "too low": made / "submission_2",
    }[level]
    if level == "two too high":
        (tmp_path / "top").mkdir()
        made.parent.rename(tmp_path / "top" / "up")
    roster = "name;sid;email\nAna Łópez;007;ana@x.edu\nDi;0008;di@x.edu\n"
    (tmp_path / "roster.csv").write_bytes(roster.encode(encoding))
    zipped = archive(tmp_path, ONE)
    done = grade(source, "-a", zipped, "-o", out, "--roster", tmp_path / "roster.csv")
    assert done.exit_code in (0, 1), done.output
    found = [(row["submission"], row["name"], row["sid"]) for row in rows(out)]
    expected = [
        ("submission_1", "Ana Łópez", "007"),
        ("submission_2", "Bo", "007a"),
        ("submission_2", 'Cy "the" O\'Neil, Jr.', "0070"),
        ("submission_3", "Ana Łópez", "007"),
        ("missing 0008", "Di", "0008"),
    ]
    if level == "too low":
        expected = [*expected[1:3], ("missing 007", "Ana Łópez", "007"), expected[4]]
    assert found == expected, done.output
    if level != "too low":
        counts = [row["counts"] for row in rows(out)]
        assert counts[0] == "no: submission_3"
        assert counts[3] == "yes"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_gradebook_is_filled_in_as_it_came(
    tmp_path: Path, encoding: str, end: str
) -> None:
    folder, out = tmp_path / "moodle.zip", tmp_path / "grades"
    with zipfile.ZipFile(folder, "w") as made:
        for name, number in (("Zoë Núñez", 17), ("Zoë Núñez", 170), ("Al", 1)):
            place = f"{name}_{number}_assignsubmission_file_/toy.ipynb"
            made.writestr(place, cells(GOOD, f"# {number}"))
    zipped = archive(tmp_path, ONE)
    done = grade(folder, "-a", zipped, "-o", out)
    assert "Moodle" in done.output
    lines = [
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade",
        "Participant 17,Zoë Núñez,zoe@x.edu,Submitted,,1.00",
        "Participant 170,Zoë Núñez,zn@x.edu,Submitted,,1.00",
        "Participant 1,Al,al@x.edu,Submitted,,1.00",
        "Participant 2,Nobody,no@x.edu,No submission,,1.00",
    ]
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes((end.join(lines) + end).encode(encoding))
    words = ["gradebook", str(out), "--moodle", str(sheet)]
    done = CliRunner().invoke(command, words)
    assert done.exit_code in (0, 1), done.output
    text = (out / "moodle.csv").read_bytes().decode(encoding)
    assert text.count(end) == 5
    grades = [row["Grade"] for row in csv.DictReader(io.StringIO(text))]
    assert [float(each) if each else None for each in grades] == [1, 1, 1, None]


# --- what is written down -----------------------------------------------------


def test_every_column_of_every_file_is_in_the_documents(tmp_path: Path) -> None:
    folder, out = tmp_path / "class", tmp_path / "grades"
    folder.mkdir()
    answers_of = {"q1_double": "square", "q2_half": "right"}
    (folder / "ana.ipynb").write_bytes(notebook(answers_of, "1 / 0"))
    old, new = (release(tmp_path / str(which), which) for which in (OLD, NEW))
    (tmp_path / "roster.csv").write_text("name,sid\nAna,ana\n", encoding="utf-8")
    grade(folder, "-a", old, "-o", out, "--roster", tmp_path / "roster.csv")
    for words in (
        ["gradebook", out, "--csv"],
        ["regrade", out, "-a", new, "--level", "limits"],
        ["regrade", out, "-a", new, "--level", "limits", "--accept"],
    ):
        done = CliRunner().invoke(command, list(map(str, words)))
        assert done.exit_code in (0, 1), done.output
    columns = {
        "truth.csv": set(TRUTH),
        "roster.csv": set(ROSTER),
        "misconceptions.csv": set(MISCONCEPTIONS),
    }
    for path in out.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            columns[path.name] = {
                name for name in next(csv.reader(file)) if name not in answers_of
            }
    assert {"scores.csv", "grades.csv", "regrade.csv"} <= columns.keys()
    text = (ROOT / "docs" / "grading.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([^`\n]+)`", text))
    for name, each in columns.items():
        assert {name, *each} <= named, name
    record = json.loads((out / "ana.json").read_text(encoding="utf-8"))
    question = record["questions"]["q1_double"]
    parts = (record, question, question["tests"][0], record["errors"][0])
    for part in (*parts, record["regraded"]):
        assert part.keys() <= named, part.keys() - named
