"""What platforms import changes scores and nothing else, by their importers' rules."""

from __future__ import annotations

import csv
import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from homework.base.errors import HomeworkError
from homework.classroom.gradebook import (
    Filled,
    canvas,
    grades_csv,
    moodle,
    read_sheet,
    write,
)
from homework.classroom.grades import UNKNOWN, Grade, grades, read_written
from homework.classroom.lateness import Policy, read_policy
from homework.classroom.ledger import Key, Ledger
from homework.classroom.people import Person, read_roster
from homework.cli import main
from tests.grading_toys import archive, case, cells

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,HW 4 (111),HW 5 bn_drop (48213),\
Notes,Final Score
    Points Possible,,,,,50.00,100.00,,(read only)
"Example, Ada",5101,0031000001,ada,"LEC 001",40.00,71.00,"a, ""b""!",88.2
"Chen, Wei",5102,0031000002,wei,"LEC 001",,,,
"Chen, Wei",5103,0031000003,wei2,"LEC 001",,EX,,
"Gone, Ed",5104,0031000004,ed,"LEC 001",12.50,,,
"Student, Test",5999,,,"LEC 001",,,,
"""
MOODLE = """\
Identifier,"Full name","ID number","Email address",Status,Grade,\
"Maximum grade","Grade can be changed","Last modified (grade)","Feedback comments"
"Participant 700012","Ada Example",0031000001,ada@example.edu,"Submitted",71.00,100.00,\
Yes,-,"q02: why?"
"Participant 700013","Bo Example",0031000002,bo@example.edu,"Submitted",,100.00,No,-,
"Participant 700014","Cy Example",0031000003,cy@example.edu,"Submitted",,100.00,Yes,-,
"Participant 700015","Di Example",0031000004,di@example.edu,"Submitted",,80.00,Yes,-,
"""


def person(number: int, name: str = "", **more: str) -> Person:
    """Name somebody by their sid."""
    return Person(name, f"003100000{number}", **more)


def sheet(tmp_path: Path, text: str) -> Any:
    """Write and read a table."""
    path = tmp_path / "export.csv"
    path.write_bytes(text.encode())
    return read_sheet(path)


# --- importers, after their own sources ---------------------------------------


def canvas_imports(before: str, after: str) -> dict[str, Any]:
    """Say what Canvas would do with a file, given what it exported."""
    old, new = (list(csv.reader(io.StringIO(text))) for text in (before, after))
    header = new[0]
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert len(header) > 3
    assert any("Section" in name for name in header[:7])
    known = {name for name in old[0] if re.fullmatch(r".* \(\d+\)", name)}
    ours = header[header.index("Section") + 1 :]
    dropped = re.compile(r"(Current|Final|Unposted).*(Score|Points|Grade)|Override")
    columns = [name for name in ours if not dropped.search(name)]
    points = next(row for row in new if "Points Possible" in row[0])
    old_points = next(row for row in old if "Points Possible" in row[0])
    ids = {row[1] for row in old[1:] if row[1]}
    return {
        "created": [n for n in columns if n not in known and n not in old[0]],
        "points changed": points != old_points,
        "rejected": [row for row in new[1:] if row[1] and row[1] not in ids],
        "twice": len({row[1] for row in new[2:]}) < len(new[2:]),
        "scores": {
            row[1]: row[header.index("HW 5 bn_drop (48213)")]
            for row in new[1:]
            if row[1]
        },
        "others": [
            [each for place, each in enumerate(row) if place != 6] for row in new
        ]
        != [[each for place, each in enumerate(row) if place != 6] for row in old],
    }


def moodle_imports(before: str, after: str) -> dict[str, str]:
    """Return the grades that Moodle would change, by participant."""
    old, new = (list(csv.DictReader(io.StringIO(text))) for text in (before, after))
    assert {"Identifier", "Grade", "Last modified (grade)"} <= set(new[0])
    changed = {}
    for was, row in zip(old, new, strict=True):
        assert {k: v for k, v in was.items() if k != "Grade"} == {
            k: v for k, v in row.items() if k != "Grade"
        }
        grade = row["Grade"]
        if grade in ("", was["Grade"]) or row["Grade can be changed"] == "No":
            continue
        if 0 <= float(grade) <= float(row["Maximum grade"]):
            changed[row["Identifier"]] = grade
    return changed


# --- Canvas -------------------------------------------------------------------


def test_canvas_changes_scores_and_nothing_else(tmp_path: Path) -> None:
    given = [
        Grade(person(1, "Ada Example"), "a", 96.0),
        Grade(Person("chenwei", number="5102"), "b", 50.5),
        Grade(person(3), "c", 70.0),
        Grade(person(9, "Nobody Known"), "d", 1.0),
        Grade(person(4), "e", None, remark="unreadable"),
    ]
    filled = canvas(sheet(tmp_path, CANVAS), given, "bn_drop")
    done = canvas_imports(CANVAS, filled.sheet.text())
    assert done["created"] == []
    assert done["rejected"] == []
    assert not done["points changed"]
    assert not done["twice"]
    assert not done["others"]
    assert done["scores"] == {
        "5101": "96.00",
        "5102": "50.50",
        "5103": "EX",
        "5104": "",
        "5999": "",
    }
    assert filled.written == 2
    said = "\n".join(filled.notes)
    assert "Nobody Known (d) is not in the export" in said
    assert "0031000003 is excused there" in said


def test_the_files_own_dialect_is_kept(tmp_path: Path) -> None:
    german = "\ufeff" + CANVAS.replace(",", ";").replace(".", ",").replace(
        "Example; Ada", "Example, Ada"
    ).replace("Chen; Wei", "Chen, Wei").replace("\n", "\r\n")
    filled = canvas(sheet(tmp_path, german), [Grade(person(1), "a", 96.25)], "bn_drop")
    text = filled.sheet.text()
    assert text.startswith("\ufeffStudent;ID;")
    assert ";96,25;" in text
    assert text.count("\r\n") == german.count("\r\n")


def test_a_namesake_with_another_number_gets_no_row(tmp_path: Path) -> None:
    """Who left the class does not fill in the row of who has the same name."""
    given = [
        Grade(Person("example ada", number="4711"), "a", 1.0),
        Grade(Person("Ed Gone", "0039999999"), "b", 2.0),
    ]
    filled = canvas(sheet(tmp_path, CANVAS), given, "bn_drop")
    assert filled.written == 0
    assert "Ed Gone (b) is not in the export" in filled.notes
    given = [Grade(Person("Bo Example", number="4711"), "a", 1.0)]
    assert moodle(sheet(tmp_path, MOODLE), given).written == 0


def test_what_a_person_should_decide_is_said(tmp_path: Path) -> None:
    given = [
        Grade(person(1), "a", 9.0, remark="no points for the written questions"),
        Grade(Person(), "b", 50.0, remark=UNKNOWN),
    ]
    filled = canvas(sheet(tmp_path, CANVAS), given, "bn_drop")
    assert filled.written == 1
    assert "no points for the written questions: 0031000001" in filled.notes
    assert "b has 50 points, and nobody knows whose it is" in filled.notes


def test_a_row_that_somebody_cut_is_no_harm(tmp_path: Path) -> None:
    text = CANVAS + '"Roe, Jo"\n'
    given = [Grade(Person("Jo Roe", "9"), "a", 1.0)]
    filled = canvas(sheet(tmp_path, text), given, "bn_drop")
    assert filled.sheet.rows[-1] == ["Roe, Jo", "", "", "", "", "", "1.00"]


def test_names_that_two_have_find_no_row(tmp_path: Path) -> None:
    filled = canvas(
        sheet(tmp_path, CANVAS), [Grade(Person("chenwei"), "x", 3.0)], "bn_drop"
    )
    assert filled.written == 0
    assert "chenwei (x) is not in the export" in filled.notes


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        (CANVAS.replace("5102", "5101"), None, "has 5101 in 2 rows"),
        (CANVAS.replace("HW 5 bn_drop", "HW 5"), None, "has 0 columns for bn_drop"),
        (CANVAS, "HW", "has 0 columns for HW"),
        (CANVAS.replace("100.00", "(read only)"), None, "Canvas ignores such a column"),
        (CANVAS.replace("5102", "05101.0"), None, "has 5101 in 2 rows"),
        (CANVAS.replace("HW 4", "bn_drop"), None, "has 2 columns for bn_drop"),
        (CANVAS, "Final Score", "has 0 columns for Final Score"),
        ("a,b,c,d\n1,2,3,4\n", None, "is no gradebook of Canvas"),
        (CANVAS.replace("Student,ID", "Etudiant,ID"), None, "no column Student"),
        ("a\n", None, "has no rows"),
    ],
)
def test_a_table_that_is_not_clear_is_refused(
    tmp_path: Path, text: str, column: str | None, said: str
) -> None:
    with pytest.raises(HomeworkError, match=re.escape(said)):
        canvas(sheet(tmp_path, text), [], "bn_drop", column)


def test_two_submissions_for_one_row_are_refused(tmp_path: Path) -> None:
    given = [Grade(person(1), "a", 1.0), Grade(Person(number="5101"), "b", 2.0)]
    with pytest.raises(HomeworkError, match="has one row for a and b"):
        canvas(sheet(tmp_path, CANVAS), given, "bn_drop")


def test_a_file_that_is_no_earlier_table_is_not_written_over(tmp_path: Path) -> None:
    text = sheet(tmp_path, CANVAS).text()
    export, link = tmp_path / "export.csv", tmp_path / "link.csv"
    link.symlink_to(export)
    for path in (export, link):
        with pytest.raises(HomeworkError, match="is what this table is made from"):
            write(path, text, [export])
    made, other = tmp_path / "made.csv", tmp_path / "other"
    for _ in range(2):  # an earlier table is replaced
        write(made, text.replace("71.00", "72.00"), [export])
        write(made, text, [export])
    assert made.read_text("utf-8") == text
    for data in (b"", b"SQLite format 3\0\n", b"name,sid\n", text.encode()[:40]):
        other.write_bytes(data)
        with pytest.raises(HomeworkError, match="holds something else"):
            write(other, text, [export])
        assert other.read_bytes() == data
    with pytest.raises(HomeworkError, match="holds something else"):
        write(tmp_path, text)
    with pytest.raises(HomeworkError, match="a folder that does not exist"):
        write(tmp_path / "no" / "made.csv", text)
    assert not (tmp_path / "no").exists()


# --- Moodle -------------------------------------------------------------------


def test_moodle_changes_grades_and_nothing_else(tmp_path: Path) -> None:
    given = [
        Grade(Person("whoever", number="700012"), "a", 96.0),
        Grade(person(2), "b", 50.0),
        Grade(Person("Cy Example"), "c", 0.0),
        Grade(Person(email="DI@example.edu"), "d", 96.0),
    ]
    filled = moodle(sheet(tmp_path, MOODLE), given)
    assert moodle_imports(MOODLE, filled.sheet.text()) == {
        "Participant 700012": "96.00",
        "Participant 700014": "0.00",
    }
    said = "\n".join(filled.notes)
    assert "is locked there" in said
    assert "above Moodle's maximum of 80" in said
    with pytest.raises(HomeworkError, match="is no grading worksheet"):
        moodle(sheet(tmp_path, CANVAS), given)
    other = MOODLE.replace(",Grade,", ",Bewertung,")
    with pytest.raises(HomeworkError, match="has 0 columns for Grade"):
        moodle(sheet(tmp_path, other), given)
    assert moodle(sheet(tmp_path, other), given, "Bewertung").written == 2


def test_moodle_in_another_language_has_its_maximum_too(tmp_path: Path) -> None:
    german = (
        'Kennung,"Vollständiger Name",ID-Nummer,Bewertung,"Maximale Bewertung",Text\n'
        f'Teilnehmer/in700012,Ada,1,,"100,00","{"x" * 200_000}"\n'
        'Teilnehmer/in700013,Bo,2,,"80,00",\n'
    )
    given = [
        Grade(Person("Ada", number="700012"), "a", 96.5),
        Grade(Person("Bo", number="700013"), "b", 96.5),
    ]
    filled = moodle(sheet(tmp_path, german), given, "Bewertung")
    assert [row[3] for row in filled.sheet.rows[1:]] == ["96,50", ""]
    assert "Bo has 96,50, above Moodle's maximum of 80: left out" in filled.notes
    older = MOODLE.replace("Maximum grade", "Maximum Grade")
    given = [Grade(Person(email="di@example.edu"), "d", 96.0)]
    assert moodle(sheet(tmp_path, older), given).written == 0


# --- lateness and written points ----------------------------------------------

DUE = datetime(2026, 10, 3, 6, 59, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Name a time in October."""
    return datetime(2026, 10, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("submitted", "days", "share"),
    [
        (at(3, 6, 58), 0, 1.0),
        (at(3, 7, 8), 0, 1.0),  # in the ten minutes of grace
        (at(3, 7, 10), 1, 1.0),  # a slip day
        (at(4, 7, 0), 2, 0.8),
        (at(30, 7, 0), 28, 0.0),
        (None, 0, 1.0),
    ],
)
def test_what_lateness_costs(
    submitted: datetime | None, days: int, share: float
) -> None:
    policy = Policy(DUE, grace_minutes=10, percent_a_day=20, slip_days=1)
    assert policy.days_late(person(1), submitted) == days
    assert policy.share_kept(days) == pytest.approx(share)


def test_the_policy_is_read_with_its_extensions(tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(
        "sid,email,assignment,days\n0031000001,,bn_drop,2\n,BO@example.edu,,1\n"
        "0031000003,,cnn,9\n",
        encoding="utf-8",
    )
    path = tmp_path / "homework.toml"
    path.write_text(
        '[lateness]\ngrace_minutes = 5\npercent_a_day = 10\nextensions = "more.csv"\n'
        f"[lateness.due]\nbn_drop = {DUE.isoformat()}\n",
        encoding="utf-8",
    )
    policy = read_policy(path, "bn_drop")
    assert policy.days_late(person(1), at(5, 6)) == 0
    assert policy.days_late(Person(email="bo@example.edu"), at(5, 6)) == 1
    assert policy.days_late(person(3), at(5, 6)) == 2
    assert read_policy(path, "cnn").due is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lateness = 3", "has a `lateness` that is no table. Write [lateness]."),
        ("[lateness]\ndue = 3", "has a `due` that is no table. Write [lateness.due]."),
        ("[lateness]\nextensions = 3", "Give the name of a CSV file."),
        ("[lateness]\npercent = 3", "does not know 'percent'"),
        ("[lateness]\nslip_days = -1", "has slip_days = -1"),
        ("[lateness]\nslip_days = inf", "has slip_days = inf"),
        ("[lateness]\npercent_a_day = nan", "has percent_a_day = nan"),
        ("[lateness]\npercent_a_day = 250", "Give a number from 0 to 100."),
        ("[lateness.due]\na = 2026-10-03T00:00:00", "a time with its zone"),
        ('[lateness.due]\na = "2026-10-03T00:00:00Z"', "without quotes"),
    ],
)
def test_a_policy_that_is_none_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "homework.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HomeworkError, match=re.escape(said)):
        read_policy(path, "a")


@pytest.mark.parametrize("days", ["", "inf", "nan", "1e12", "-1", "2026-10-05"])
def test_days_that_are_none_are_refused(tmp_path: Path, days: str) -> None:
    path, more = tmp_path / "homework.toml", tmp_path / "more.csv"
    path.write_text('[lateness]\nextensions = "more.csv"\n', "utf-8")
    more.write_text(f"sid,days\n1,2\n2{',' if days else ''}{days}\n", "utf-8")
    with pytest.raises(HomeworkError, match=re.escape(f"more.csv:3: has '{days}'")):
        read_policy(path, "a")
    more.write_text("sid;days\n1;0,5\n", "utf-8")
    policy = read_policy(path, "a")
    assert policy.extensions == ({"1": 0.5}, {})


def test_points_of_written_questions_are_gradescopes_table(tmp_path: Path) -> None:
    path = tmp_path / "written.csv"
    head = "First Name,Last Name,SID,Email,Total Score,Max Points,Status\n"
    path.write_text(
        f"{head}Ada,E,0031000001,ADA@example.edu,3.5,4.0,Graded\n"
        "Cy,E,0031000003,,,4.0,Missing\n",
        encoding="utf-8",
    )
    assert read_written(path) == {
        "31000001": 3.5,
        "ada@example.edu": 3.5,
        "31000003": None,
    }
    for points in ("nan", "inf", "3 of 4"):
        path.write_text(f"sid,points\n1,{points}\n", encoding="utf-8")
        with pytest.raises(HomeworkError, match="Give a number"):
            read_written(path)
    path.write_text("sid;points\nS1;3,5\n", encoding="utf-8")
    assert read_written(path) == {"s1": 3.5}
    path.write_text(f"{head}A,E,1,,1,4,G\nA,E,1,,2,4,G\n", encoding="utf-8")
    with pytest.raises(HomeworkError, match="has 1 twice"):
        read_written(path)


# --- from a ledger ------------------------------------------------------------


def about(*people: Person, **more: Any) -> dict[str, Any]:
    """Describe an entry as a run does."""
    return {
        "people": [vars(each) for each in people],
        "keys": [each.key for each in people],
        "submitted": None,
        "late": False,
        "status": "graded",
        "instead": {},
        **more,
    }


def test_everybody_of_a_group_gets_a_grade_and_nobody_two(tmp_path: Path) -> None:
    ada, bo, cy = Person("Ada", "S1"), person(2, "Bo"), person(3, "Cy")
    with Ledger(tmp_path, "bn_drop") as ledger:
        with pytest.raises(HomeworkError, match="holds no published scores"):
            grades(ledger, Policy())
        run = ledger.begin([])
        record = {"status": "graded", "score": 80.0}
        number = ledger.add(run, Key("bn_drop", "d", "r", 1, "l"), record)
        late = at(4, 6).isoformat()
        entries = [
            ("one", about(ada, bo, submitted=late, instead={bo.key: "two"})),
            ("two", about(bo, late=True)),
            ("three", about(cy, status="missing: nothing was handed in")),
            ("four", about()),
        ]
        outcomes = [(name, "bn_drop", number) for name in ("one", "two", "four")]
        ledger.publish(run, entries, outcomes)
        policy = Policy(DUE, percent_a_day=10)
        found = grades(ledger, policy, {"s1": 4.0})
    assert [(g.person.name, g.submission, g.total) for g in found] == [
        ("Ada", "one", 75.6),  # 90 % of 84
        ("Bo", "two", 80.0),
        ("Cy", "", None),
        ("", "four", None),
    ]
    assert found[3].score == 80.0  # which somebody has, and the table says so
    assert found[3].remark == UNKNOWN
    assert "does not say by how much" in found[1].remark
    assert grades_csv(found).splitlines()[1] == ("Ada,S1,,one,80.0,4.0,1,0.9,75.6,")


@pytest.mark.skipif(sys.platform != "linux", reason="the engine forks")
def test_from_an_export_to_canvas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "submissions"
    folder.mkdir()
    (folder / "exampleada_5101_9_toy.ipynb").write_bytes(cells("x = 1"))
    zipped = archive(tmp_path, {"q1": [case("test_x", "x", "assert x == 1")]})
    out, export = tmp_path / "grades", tmp_path / "export.csv"
    words = ["grade", str(folder), "-a", str(zipped), "-o", str(out)]
    assert CliRunner().invoke(main, [*words, "--level", "limits"]).exit_code == 0
    export.write_text(CANVAS.replace("bn_drop", "toy"), encoding="utf-8")
    book = ["gradebook", str(out)]
    done = CliRunner().invoke(main, [*book, "--canvas", str(export)])
    assert done.exit_code == 0, done.output
    assert "1 score in the column HW 5 toy (48213)" in done.output
    assert "No deadline of toy in homework.toml" in done.output
    text = (out / "canvas.csv").read_text(encoding="utf-8")
    assert 'Example, Ada",5101,0031000001,ada,LEC 001,40.00,1.00' in text
    assert CliRunner().invoke(main, [*book, "--csv"]).exit_code == 0
    assert (out / "grades.csv").exists()
    assert CliRunner().invoke(main, book).exit_code == 2
    nowhere = CliRunner().invoke(main, ["gradebook", str(tmp_path / "no"), "--csv"])
    assert "holds no results" in nowhere.output
    monkeypatch.chdir(tmp_path)  # no clone, but a file of settings
    (tmp_path / "homework.toml").write_text("[lateness]\nextensions = 'none.csv'\n")
    late = CliRunner().invoke(main, [*book, "--csv"])
    assert "none.csv: cannot be read" in late.output
    (tmp_path / "homework.toml").write_text("[lateness\n")
    assert "is not TOML" in CliRunner().invoke(main, [*book, "--csv"]).output


# --- what a TA is told --------------------------------------------------------

HOSTILE = "Eve\x1b[2J\x1b]0;x\a\nx.csv: 300 scores in the column OK\r\u202e"


def graded(out: Path, *people: Person, score: float = 86.0) -> None:
    """Write the ledger of a class in which everybody has the same score."""
    with Ledger(out, "bn_drop") as ledger:
        run = ledger.begin([])
        record = {"status": "graded", "score": score, "possible": 86.0}
        number = ledger.add(run, Key("bn_drop", "d", "r", 1, "l"), record)
        names = [f"s{place}" for place in range(len(people))]
        ledger.publish(
            run,
            [(name, about(each)) for name, each in zip(names, people, strict=True)],
            [(name, "bn_drop", number) for name in names],
        )


def fill(*words: object, code: int = 0) -> str:
    """Call the command and return what it says."""
    done = CliRunner().invoke(main, ["gradebook", *map(str, words)])
    assert done.exit_code == code, done.output
    return done.output


@pytest.mark.parametrize("kind", ["--canvas", "--moodle", "--csv", "refused"])
def test_names_of_people_forge_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    graded(tmp_path / "grades", Person(HOSTILE, "1"), Person(HOSTILE, "31000003"))
    more = tmp_path / f"written{HOSTILE.replace('/', '')}.csv"
    more.write_text(f'sid,points\n"{HOSTILE}",1\n', encoding="utf-8")
    export, code = tmp_path / "export.csv", 0
    text = MOODLE if kind == "--moodle" else CANVAS
    if kind == "refused":
        text = text.replace("HW 4", f"bn_drop {HOSTILE}").replace("(111)", '(111)"')
        text, kind, code = text.replace("bn_drop Eve", '"bn_drop Eve'), "--canvas", 2
    export.write_text(text, encoding="utf-8")
    table = [] if kind == "--csv" else [export]
    said = fill("grades", kind, *table, "--written", more, code=code)
    assert "Eve\\x1b[2J" in said
    assert all(each.isprintable() for each in said.replace("\n", ""))
    assert not any(line.startswith("x.csv") for line in said.splitlines())


def test_only_an_earlier_gradebook_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    graded(tmp_path / "grades", person(1))
    for name in ("grades/scores.csv", "homework.toml", "submission_metadata.yml"):
        Path(name).write_text("# mine\n", encoding="utf-8")
    Path("points.csv").write_text("sid,points\n0031000001,1\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    for path in before:
        said = fill("grades", "--csv", "--written", "points.csv", "-o", path, code=2)
        assert path.name in said.replace("\n", "")
    assert {path: path.read_bytes() for path in before} == before
    for _ in range(2):
        assert "grades/grades.csv: 1 person" in fill("grades", "--csv")
    fill("grades", "--csv", "--written", "points.csv")
    said = fill("grades", "--csv", "--written", "grades/grades.csv", code=2)
    assert "is what this table is made from" in said


def test_rows_that_are_nobodys_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    graded(tmp_path / "grades", person(1, email="ada@example.edu"), person(2))
    Path("homework.toml").write_text('[lateness]\nextensions = "more.csv"\n', "utf-8")
    Path("more.csv").write_text("sid,days\n31000001.0,1\n004711,2\n", "utf-8")
    Path("points.csv").write_text("sid,points\n0031000001,1\nS9,1\n,3\n", "utf-8")
    said = fill("grades", "--csv", "--written", "points.csv")
    assert "extensions: nobody in this class is 004711: 1 row without use" in said
    assert "points.csv: nobody in this class is S9, 4. line: 2 rows without use" in said
    twice = "sid,email,points\n0031000001,,1\n,ADA@example.edu,1\n"
    Path("points.csv").write_text(twice, "utf-8")
    said = fill("grades", "--csv", "--written", "points.csv", code=2)
    assert "points.csv:3: has ADA@example.edu, who is 0031000001 too" in said
    Path("more.csv").write_text("sid,days\n005,1\n5,2\n", "utf-8")
    assert "more.csv:3: has 5 twice" in fill("grades", "--csv", code=2)


def test_days_for_all_and_for_one_assignment_are_no_doubles(tmp_path: Path) -> None:
    path, more = tmp_path / "homework.toml", tmp_path / "more.csv"
    path.write_text(
        f'[lateness]\nextensions = "more.csv"\n[lateness.due]\na = {DUE.isoformat()}\n',
        encoding="utf-8",
    )
    more.write_text("sid,assignment,days\n1,a,1\n1,,2\n1,b,9\n", encoding="utf-8")
    assert read_policy(path, "a").days_late(Person(sid="001"), at(6, 6)) == 1


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("sid,points\n1,-3\n", "has '-3' for points. Give a number from 0 on."),
        ("sid,points,Max Points\n1,5,4.0\n", "has '5 of 4.0' for points. Give"),
        ("sid,points\n5,1\n005,2\n", "has 005 twice"),
    ],
)
def test_points_that_cannot_be_are_refused(
    tmp_path: Path, table: str, said: str
) -> None:
    path = tmp_path / "points.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(HomeworkError, match=re.escape(said)):
        read_written(path)


def test_a_time_that_is_not_known_is_said_where_there_is_a_deadline(
    tmp_path: Path,
) -> None:
    graded(tmp_path, person(1))
    with Ledger(tmp_path) as ledger:
        (known,), (unknown,) = grades(ledger, Policy()), grades(ledger, Policy(DUE))
    assert known.remark == ""
    assert unknown.remark == "handed in at a time that is not known: counts as on time"


# --- a platform's own words ---------------------------------------------------


@pytest.mark.parametrize("row", ["5102", "05102", "5102.0", "5102,00"])
@pytest.mark.parametrize("ours", ["5102", "05102.0"])
def test_numbers_that_a_spreadsheet_saved_are_the_same(
    tmp_path: Path, row: str, ours: str
) -> None:
    text = CANVAS.replace("5102", f'"{row}"')
    given = [Grade(Person("chenwei", number=ours), "b", 50.5)]
    filled = canvas(sheet(tmp_path, text), given, "bn_drop")
    assert filled.written == 1
    assert filled.sheet.rows[3][1] == row
    roster = tmp_path / "roster.csv"
    roster.write_text(f'name;sid;id\nWei;1;"{ours}"\nWei;2;5103\n', encoding="utf-8")
    found = read_roster(roster).find(Person("wei", number="5102"))
    assert found is not None
    assert found.sid == "1"


def test_points_that_are_not_the_platforms_are_said(tmp_path: Path) -> None:
    given = [Grade(person(1), "a", 88.0, possible=100.0)]
    assert "points" not in said_of(canvas(sheet(tmp_path, CANVAS), given, "bn_drop"))
    small = CANVAS.replace("100.00", "10.00")
    filled = canvas(sheet(tmp_path, small), given, "bn_drop")
    assert filled.written == 1
    said = said_of(filled)
    assert "has 10 points there, and somebody has 88: scores are written as" in said
    given = [Grade(person(1), "a", 80.0, possible=86.0)]
    for filled in (
        canvas(sheet(tmp_path, CANVAS), given, "bn_drop"),
        moodle(sheet(tmp_path, MOODLE), given),
    ):
        assert filled.written == 1
        assert "has 100 points there, and the tests have 86: scores" in said_of(filled)


def said_of(filled: Filled) -> str:
    """Join what a person is told."""
    return "\n".join(filled.notes)


@pytest.mark.parametrize("cell", ["(read only)", "N/A", "ex"])
def test_a_cell_that_the_platform_keeps_is_left(tmp_path: Path, cell: str) -> None:
    text = CANVAS.replace(",71.00,", f",{cell},")
    filled = canvas(sheet(tmp_path, text), [Grade(person(1), "a", 1.0)], "bn_drop")
    assert filled.written == 0
    assert filled.sheet.rows == sheet(tmp_path, text).rows
    assert "and stays so" in said_of(filled)


@pytest.mark.parametrize("above", ["sep=,\r\n", "\n\n", "\ufeffsep=,\n,,,\n \n"])
def test_lines_above_the_header_are_no_harm(tmp_path: Path, above: str) -> None:
    filled = canvas(sheet(tmp_path, above + CANVAS), [], "bn_drop")
    assert filled.sheet.rows == sheet(tmp_path, CANVAS).rows
    assert filled.sheet.newline == "\n"


def test_a_title_tells_a_column(tmp_path: Path) -> None:
    text = CANVAS.replace("HW 5 bn_drop", "bn_drop").replace("HW 4", "bn_drop 2")
    for column in (None, "bn_drop", "bn_drop (48213)"):
        filled = canvas(sheet(tmp_path, text), [], "bn_drop", column)
        assert filled.column == "bn_drop (48213)"


@pytest.mark.parametrize("column", ["Identifier", "Feedback comments", "ID number"])
@pytest.mark.parametrize("grade", ["Grade", "Bewertung"])
def test_only_a_column_of_grades_is_filled_in(
    tmp_path: Path, column: str, grade: str
) -> None:
    text = MOODLE.replace(",Grade,", f",{grade},")
    with pytest.raises(HomeworkError, match=f"There are: {grade}."):
        moodle(sheet(tmp_path, text), [], column)


def test_a_scale_of_words_is_refused(tmp_path: Path) -> None:
    text = MOODLE.replace("Maximum grade", "Scale").replace("100.00", "good")
    with pytest.raises(HomeworkError, match="grades by a scale of words"):
        moodle(sheet(tmp_path, text), [])
