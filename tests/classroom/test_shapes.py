"""Whatever a platform gives: an entry for each submission, with who it is of."""

from __future__ import annotations

import shutil
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from homework.base.errors import HomeworkError
from homework.classroom.ledger import Ledger
from homework.classroom.people import Person, Roster, read_roster
from homework.classroom.platforms import moment
from homework.classroom.shapes import Entry, counting, find, with_roster

LISTED = """---
submission_880001:
  :submitters:
  - :name: Ada Example
    :sid: 0031000001
    :email: ada@example.edu
  - :name: Bo Example
    :sid: '3031000002'
  :created_at: 2026-10-02 03:58:11.120000000 Z
  :score: 71.0
  :results: {tests: [{name: "q01", score: 6.0}], output: "!ruby/object:Kernel {}"}
  :history:
  - :created_at: 2026-10-01 21:10:00.000000000 Z
submission_880002:
  :submitters:
  - :name: Cy Example
    :email: cy@example.edu
  :odd: !ruby/object:ActiveSupport::TimeZone {name: x}
submission_880009:
  :submitters:
  - :name: Di Example
"""
EXPORT = {
    "submission_metadata.yml": LISTED,
    "submission_880001/bn_drop.ipynb": "{}",
    "submission_880002/work.zip": "PK",
    "submission_880003/bn_drop.py": "",
    "submission_880003/report.pdf": "",
}
CANVAS = {
    "chenwei_5101_9001_bn_drop.ipynb": "{}",
    "chenwei_LATE_5102_9002_bn_drop-1.ipynb": "{}",
    "lopezana_5103_9003_bn_drop.ipynb": "{}",
    "lopezana_5103_9004_helper.py": "x = 1",
    "lopezana_5103_9005_bn_drop-1.ipynb": "{...}",
    "roebo_5104_9006_report.pdf": "",
}
MOODLE = {
    "Ada Example_712001_assignsubmission_file_/bn_drop.ipynb": "{}",
    "Bo Example_712002_assignsubmission_file_/bn_drop_2027.zip": "PK",
    "Cy Example_712003_assignsubmission_file_/essay.docx": "",
}
FLAT = {"ana.ipynb": "{}", "bo.IPYNB": "{}", "cy.tar.gz": "", "di/notes.txt": ""}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files by name."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def zipped(path: Path, files: Mapping[str, str], top: str = "") -> Path:
    """Write a zip of files by name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{top}{name}", text)
    return path


def found(
    tmp_path: Path, *sources: Path, names: tuple[str, ...] = ("bn_drop",)
) -> dict[str, Entry]:
    """Find the entries of sources, by name."""
    scratch = tmp_path / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    entries = find(sources, names, scratch).entries
    assert len({entry.name for entry in entries}) == len(entries)
    return {entry.name: entry for entry in entries}


def took(tmp_path: Path, source: Path) -> str:
    """Say what a source is taken for."""
    scratch = tmp_path / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    return "; ".join(find([source], ["bn_drop"], scratch).took)


def test_a_gradescope_export_is_read_with_its_list(tmp_path: Path) -> None:
    entries = found(tmp_path, write(tmp_path / "assignment_99_export", EXPORT))
    assert list(entries) == [f"submission_88000{n}" for n in (1, 2, 3, 9)]
    group = entries["submission_880001"]
    assert group.people == (
        Person("Ada Example", "0031000001", "ada@example.edu"),  # its zeros are kept
        Person("Bo Example", "3031000002", ""),
    )
    assert group.platform_id == "880001"
    assert group.submitted is not None
    assert group.submitted.isoformat() == "2026-10-02T03:58:11+00:00"
    assert group.remarks == ("1 earlier attempts",)
    assert entries["submission_880002"].people[0].email == "cy@example.edu"
    assert entries["submission_880002"].path is not None  # its zip is looked into
    assert entries["submission_880003"].problem == (
        "unreadable: there is no notebook in it (bn_drop.py, report.pdf)"
    )
    assert "not in submission_metadata.yml" in entries["submission_880003"].remarks
    assert "the export does not hold it" in entries["submission_880009"].problem


@pytest.mark.parametrize("how", ["zip", "zip in a folder", "too high", "renamed"])
def test_an_export_is_known_however_it_is_given(tmp_path: Path, how: str) -> None:
    top = "assignment_99_export/"
    mac = {f"__MACOSX/{top}._x": "", f"{top}.DS_Store": ""}
    files = {top + name: text for name, text in EXPORT.items()} | mac
    if how == "zip":
        source = zipped(tmp_path / "export.zip", files)
    elif how == "zip in a folder":
        source = zipped(tmp_path / "class" / "export.zip", files).parent
    elif how == "renamed":
        source = write(tmp_path / "my class", EXPORT)
    else:
        source = write(tmp_path / "class", files)
    assert len(found(tmp_path, source)) == 4
    assert "a Gradescope export of 4 submissions" in took(tmp_path, source)


def test_a_level_too_low_is_one_student_of_the_export(tmp_path: Path) -> None:
    export = write(tmp_path / "export", EXPORT)
    (entry,) = found(tmp_path, export / "submission_880001").values()
    assert entry.name == "submission_880001"
    assert [person.name for person in entry.people] == ["Ada Example", "Bo Example"]
    student = write(tmp_path / "ana", {"bn_drop.ipynb": "{}", "checks/__init__.py": ""})
    assert list(found(tmp_path, student)) == ["ana"]


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    export = write(tmp_path / "export", {**EXPORT, "submission_metadata.yml": "a: [b"})
    with pytest.raises(HomeworkError, match="is not YAML"):
        found(tmp_path, export)


@pytest.mark.parametrize("packed", [False, True])
def test_a_canvas_download_has_one_entry_a_user(tmp_path: Path, packed: bool) -> None:
    source = (
        zipped(tmp_path / "submissions.zip", CANVAS)
        if packed
        else write(tmp_path / "submissions", CANVAS)
    )
    entries = found(tmp_path, source)
    by_user = {entry.platform_id: entry for entry in entries.values()}
    assert set(by_user) == {"5101", "5102", "5103", "5104"}
    assert by_user["5102"].late
    assert not by_user["5101"].late
    both = by_user["5103"]
    assert "the newest, lopezana_5103_9005_bn_drop-1.ipynb" in both.remarks[0]
    assert both.path is not None
    handed_in = {path.name: path.read_text("utf-8") for path in both.path.iterdir()}
    assert handed_in == {"bn_drop-1.ipynb": "{...}", "helper.py": "x = 1"}
    assert "there is no notebook in it (roebo" in by_user["5104"].problem
    assert counting(list(entries.values())) == {}  # two called chenwei are two people


def test_a_moodle_download_is_looked_into(tmp_path: Path) -> None:
    entries = found(tmp_path, write(tmp_path / "moodle", MOODLE))
    assert [entry.people[0].name for entry in entries.values()] == [
        "Ada Example",
        "Bo Example",
        "Cy Example",
    ]
    assert [entry.path is None for entry in entries.values()] == [False, False, True]
    assert "essay.docx" in entries["Cy Example_712003_assignsubmission_file_"].problem
    flat = {name.replace("/", ""): text for name, text in MOODLE.items()}
    assert len(found(tmp_path, write(tmp_path / "flat", flat))) == 3


def test_of_a_users_files_what_is_called_like_the_assignment_counts(
    tmp_path: Path,
) -> None:
    canvas = {
        "roebo_5104_9006_bn_drop.ipynb": "mine",
        "roebo_5104_9007_figures.zip": "PK",
        "kimjo_5105_9008_hw5.ipynb": "old",
        "kimjo_5105_9009_hw5-1.ipynb": "new",
        "kimjo_5105_9010_weights.zip": "PK",
        "haasmo_5106_9011_bn_drop.ipynb": "bn",
        "haasmo_5106_9012_cnn.ipynb": "cnn",
    }
    folder = write(tmp_path / "canvas", canvas)

    def files(*names: str) -> dict[str, list[str]]:
        entries = found(tmp_path, folder, names=names).values()
        return {
            entry.people[0].name: sorted(each.name for each in entry.path.iterdir())
            for entry in entries
            if entry.path
        }

    one = files("bn_drop")
    assert one["roebo"] == ["bn_drop.ipynb"]
    assert one["kimjo"] == ["hw5-1.ipynb", "weights.zip"]  # looked into, as in a folder
    both = files("bn_drop", "cnn")
    assert both["haasmo"] == ["bn_drop.ipynb", "cnn.ipynb"]
    # Moodle has no numbers: nothing is the newest.
    moodle = {
        "Bo Roe_712001_assignsubmission_file_bn_drop.ipynb": "mine",
        "Bo Roe_712001_assignsubmission_file_scratch.ipynb": "not mine",
    }
    (entry,) = found(tmp_path, write(tmp_path / "moodle", moodle)).values()
    assert entry.path is not None
    assert len(list(entry.path.iterdir())) == 2
    assert entry.remarks == ()


def test_one_user_of_two_downloads_has_two_entries(tmp_path: Path) -> None:
    """Their files are not mixed."""
    weeks = []
    for week in "12":
        files = {
            f"roebo_5104_{week}1_a.ipynb": week,
            f"roebo_5104_{week}2_notes.txt": week,
        }
        weeks.append(write(tmp_path / f"week {week}", files))
    texts = [
        [each.read_text("utf-8") for each in entry.path.iterdir()]
        for entry in found(tmp_path, *weeks).values()
        if entry.path
    ]
    assert texts == [["1", "1"], ["2", "2"]]


@pytest.mark.parametrize(
    "name",
    ["_712009_assignsubmission_file_/a.ipynb", " _712009_assignsubmission_file_/b.zip"],
)
def test_who_has_no_name_keeps_a_number(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "moodle", {**MOODLE, name: "{}"})
    by_number = {each.platform_id: each for each in found(tmp_path, folder).values()}
    assert by_number["712009"].people == (Person(number="712009"),)
    canvas = write(tmp_path / "canvas", {**CANVAS, "_5109_9009_bn_drop.ipynb": "{}"})
    assert "5109" in {each.platform_id for each in found(tmp_path, canvas).values()}


def test_a_students_two_notebooks_among_others_are_no_class(tmp_path: Path) -> None:
    for name in ("ana", "bo", "cy"):
        write(tmp_path / "class" / name, {"hw5.ipynb": "{}", "Untitled.ipynb": "{}"})
    zipped(tmp_path / "class" / "di.zip", {"hw5.ipynb": "{}", "Untitled.ipynb": "{}"})
    assert list(found(tmp_path, tmp_path / "class")) == ["ana", "bo", "cy", "di"]


def test_names_that_a_system_may_confuse_are_kept_apart(tmp_path: Path) -> None:
    names = ("jos\u00e9", "jose\u0301", "Bo", "bo", "Ana", "ana")
    folder = write(tmp_path / "hw", {f"{each}.ipynb": "{}" for each in names})
    (tmp_path / "scratch").mkdir()
    made = find([folder], ["bn_drop"], tmp_path / "scratch")
    own = {unicodedata.normalize("NFC", each.name).lower() for each in made.entries}
    assert len(own) == len(names)
    assert len(made.notes) == 1  # however many they are
    assert "and 2 more" in made.notes[0]


def test_everything_in_a_folder_has_an_entry(tmp_path: Path) -> None:
    folder = write(tmp_path / "flat", FLAT)
    (folder / "ed.ipynb").symlink_to("ana.ipynb")
    (folder / "flo.ipynb").symlink_to("flo.ipynb")  # in a circle
    (folder / ".DS_Store").write_bytes(b"")
    entries = found(tmp_path, folder)
    assert set(entries) == {"ana", "bo", "cy.tar.gz", "di", "ed", "flo"}
    assert entries["bo"].path is not None
    assert "an archive of the kind .gz" in entries["cy.tar.gz"].problem
    assert "notes.txt" in entries["di"].problem
    assert entries["ed"].problem == "unreadable: it is a link"
    assert entries["flo"].problem == "unreadable: it is a link to nothing"
    above = write(
        tmp_path / "above", {f"hw/{name}": text for name, text in FLAT.items()}
    )
    assert len(found(tmp_path, above)) == 4
    assert len(found(tmp_path, zipped(tmp_path / "all.zip", FLAT, "hw/"))) == 4


def test_results_of_earlier_runs_are_no_submission(tmp_path: Path) -> None:
    folder = write(tmp_path / "flat", FLAT)
    for name in ("first", "eva"):
        Ledger(folder / name, "bn_drop").close()
    write(folder / "first", {"scores.csv": "", "replay.zip": "PK"})
    write(folder / "eva", {"bn_drop.ipynb": "{}"})  # a student's, whatever is in it
    made = find([folder], ["bn_drop"], tmp_path / "scratch")
    assert {each.name for each in made.entries} == {
        *("ana", "bo", "cy.tar.gz", "di", "eva")
    }
    assert made.notes == ["Passed over: first."]


def test_never_one_notebook_for_a_class(tmp_path: Path) -> None:
    students = {f"{name}/bn_drop.ipynb": "{}" for name in ("ana", "bo")}
    assert len(found(tmp_path, write(tmp_path / "a", students))) == 2
    above = {f"hw/{name}": text for name, text in students.items()}
    assert len(found(tmp_path, write(tmp_path / "b", above))) == 2
    many = {f"{n}/work.ipynb": "{}" for n in range(5)}
    assert len(found(tmp_path, zipped(tmp_path / "c.zip", many))) == 5


def test_one_students_zip_stays_one(tmp_path: Path) -> None:
    for number, files in enumerate(
        (
            {"bn_drop.ipynb": "{}", "checks/a.py": "", "old/bn_drop.ipynb": "{}"},
            {"bn_drop.ipynb": "{}", "bn_drop (1).ipynb": "{}", "scratch.ipynb": "{}"},
            {"hw/work.ipynb": "{}"},
            {"bn_drop_2027_01_15T22_10_00_123.zip": "PK"},
        )
    ):
        path = zipped(tmp_path / f"{number}.zip", files)
        assert [each.path for each in found(tmp_path, path).values()] == [path]
    two = {"bn_drop/bn_drop.ipynb": "{}", "cnn/cnn.ipynb": "{}", "c/d.ipynb": "{}"}
    path = zipped(tmp_path / "two.zip", two)
    assert len(found(tmp_path, path, names=("bn_drop", "cnn"))) == 1


def test_a_zip_of_a_classes_zip_is_not_opened_by_the_command(tmp_path: Path) -> None:
    """It may be a student's, and those are unpacked by the reader, in its sandbox."""
    zipped(tmp_path / "class.zip", EXPORT)
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(tmp_path / "class.zip", "class.zip")
    assert [each.path for each in found(tmp_path, packed).values()] == [packed]


def test_otters_zips_are_no_canvas_download(tmp_path: Path) -> None:
    named = {f"bn_drop_2027_01_15T22_10_0{n}_12.zip": "PK" for n in range(4)}
    folder = write(tmp_path / "zips", named)
    assert len(found(tmp_path, folder)) == 4
    assert "a folder of 4" in took(tmp_path, folder)


def test_a_zip_that_climbs_out_stays_inside(tmp_path: Path) -> None:
    files = {**MOODLE, "../../climbed.ipynb": "{}", "/rooted.ipynb": "{}"}
    found(tmp_path, zipped(tmp_path / "class.zip", files))
    outside = list(tmp_path.rglob("climbed.ipynb"))
    assert outside
    assert all(tmp_path / "scratch" in path.parents for path in outside)


def test_submissions_are_never_written_over_by_results(tmp_path: Path) -> None:
    folder = write(tmp_path / "flat", FLAT)
    with pytest.raises(HomeworkError, match="holds submissions"):
        find(
            [folder], ["bn_drop"], tmp_path / "scratch", tmp_path / "a" / ".." / "flat"
        )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_files_of_one_name_in_a_zip_are_all_there(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        for text in "123":
            archive.writestr("ana.ipynb", text)
        archive.writestr("bo.ipynb", "{}")
    entries = found(tmp_path, tmp_path / "class.zip").values()
    texts = {each.path.read_text("utf-8") for each in entries if each.path}
    assert texts == {"1", "2", "3", "{}"}


def test_a_damaged_class_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ana.ipynb", "{}" * 999)
        archive.writestr("bo.ipynb", "{}" * 999)
    data = bytearray(path.read_bytes())
    at = data.index(b"ana.ipynb") + len(b"ana.ipynb")
    data[at : at + 4] = b"\xff" * 4  # no stream of zlib's begins so
    path.write_bytes(data)
    with pytest.raises(HomeworkError, match="is a broken zip"):
        found(tmp_path, path)


def test_who_is_missing_and_who_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(
        "Name,SID,Email,ID\n"
        '"Chen, Wei",1,wei@example.edu,\nAna Lopez,2,ana@example.edu,Participant 7\n'
        "Ed Gone,3,ed@example.edu,\n",
        encoding="utf-8-sig",
    )
    names = ("ana.ipynb", "1.ipynb", "stranger.ipynb")
    folder = write(tmp_path / "flat", dict.fromkeys(names, "{}"))
    entries = list(with_roster(found(tmp_path, folder).values(), read_roster(path)))
    by_name = {entry.name: entry for entry in entries}
    assert by_name["ana"].people == (Person("Ana Lopez", "2", "ana@example.edu", "7"),)
    assert by_name["1"].people[0].name == "Chen, Wei"
    assert by_name["stranger"].remarks == ("not on the roster",)
    assert by_name["missing 3"].problem == "missing: nothing was handed in"
    assert len(entries) == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("a,b\n1,2\n", "A roster needs"),
        ("name,sid\n\n", "has a header and nobody below it"),
        ("name,sid\nA,1\nB,1\n", "has the sid 1 twice"),
    ],
)
def test_a_roster_that_is_none_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "roster.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HomeworkError, match=said):
        read_roster(path)


def test_of_two_of_one_person_the_latest_counts() -> None:
    ada, bo = Person("Ada", "1"), Person("Bo", "2")
    early, late = moment("2026-10-01 10:00:00 Z"), moment("2026-10-02 10:00:00 +0200")
    entries = [
        Entry("both", Path("a"), people=(ada, bo), submitted=early),
        Entry("alone", Path("b"), people=(bo,), submitted=late),
        Entry("empty", None, "unreadable", people=(ada,), submitted=late),
    ]
    assert counting(entries) == {("both", "2"): "alone", ("empty", "1"): "both"}


def test_a_name_of_two_people_finds_nobody() -> None:
    roster = Roster([Person("Wei Chen", "1"), Person("Wei Chen", "2")])
    assert roster.find(Person("Wei Chen")) is None
    assert roster.find_text("chenwei") is None


def test_a_name_is_nobody_whose_numbers_are_others() -> None:
    """A namesake who left the class does not hand in for the one who is in it."""
    roster = Roster([Person("Wei Chen", "1", "wei@x.edu"), Person("Jo Roe", "007")])
    left = Entry("left", Path("a"), people=(Person("Wei Chen", "2", "w2@x.edu"),))
    (entry, missing, _) = with_roster([left], roster)
    assert entry.people[0].sid == "2"
    assert entry.remarks == ("not on the roster",)
    assert missing.name == "missing 1"
    assert "not told from others of this name" in missing.problem
    assert roster.find(Person("Wei Chen", email="at.home@y.org")) is not None
    assert roster.find(Person("Jo Roe", "7")) is not None  # a spreadsheet took the 00


def test_namesakes_are_told_apart_by_number_and_else_not_called_missing() -> None:
    handed_in = [
        Entry(
            f"chenwei_{number}_9",
            Path("a"),
            people=(Person("chenwei", "", "", number),),
        )
        for number in ("51", "52")
    ]
    assert counting(handed_in) == {}
    twins = [Person("Wei Chen", "1", "", "51"), Person("Wei Chen", "2", "", "52")]
    told = list(with_roster(handed_in, Roster(twins)))
    assert [entry.people[0].sid for entry in told] == ["1", "2"]
    bare = Roster([Person("Wei Chen", "1"), Person("Wei Chen", "2")])
    *_, last = with_roster(handed_in, bare)
    assert "not told from others of this name" in last.problem
    # Who is told by number leaves no doubt about the other.
    *_, last = with_roster(handed_in[:1], Roster(twins))
    assert last.problem == "missing: nothing was handed in"
