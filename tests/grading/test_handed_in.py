"""What students hand in, in all the shapes that it comes in."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from homework.gradescope import bundle
from homework.grading.engine import Engine
from homework.grading.handed_in import SubmissionError, read
from homework.grading.notebook import Untouched, read_notebook
from homework.grading.sandbox.sandbox import Level, strongest
from tests.grading_toys import archive, case, cells, passed

STUB, DONE = "def f(): ...", "def f(): return 1"
UNTOUCHED = Untouched.of(cells(STUB))
WORKED, BLANK = cells(DONE), cells(STUB)
ONE = {"q1": [case("test_one", "f", "assert f() == 1")]}


def zipped(entries: dict[str, bytes], path: Path | None = None) -> bytes:
    """Write a zip of these, in memory or also as a file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as writing:
        for name, data in entries.items():
            writing.writestr(name, data)
    if path:
        path.write_bytes(made.getvalue())
    return made.getvalue()


def folder_of(folder: Path, entries: dict[str, bytes]) -> Path:
    """Write files, with the folders that they are in."""
    for name, data in entries.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def problem(path: Path, untouched: Untouched | None = UNTOUCHED) -> str:
    """Return why something cannot be graded."""
    with pytest.raises(SubmissionError) as caught:
        read(path, "toy", untouched)
    return str(caught.value)


# --- which notebook -----------------------------------------------------------

CHOICES: dict[str, dict[str, bytes]] = {
    "a copy by the browser": {"toy.ipynb": BLANK, "toy (1).ipynb": WORKED},
    "a copy by Jupyter": {"toy.ipynb": BLANK, "toy-Copy1.ipynb": WORKED},
    "one below": {"hw/mine.ipynb": WORKED, "toy.ipynb": BLANK},
    "one of no name": {
        "toy.ipynb": BLANK,
        "work.ipynb": WORKED.replace(b"assignment_name", b"no_name"),
    },
    "the bin": {".Trash-0/files/toy.ipynb": BLANK, "work.ipynb": WORKED},
    "a checkpoint": {
        ".ipynb_checkpoints/toy-checkpoint.ipynb": BLANK,
        "x.ipynb": WORKED,
    },
    "a Mac's": {
        "__MACOSX/._toy.ipynb": b"\0",
        "._toy.ipynb": b"\0",
        "toy.ipynb": WORKED,
    },
    "capitals": {"TOY.IPYNB": WORKED, "other.ipynb": cells("1", name="other")},
    "an ending by the browser": {"toy.ipynb.json": WORKED},
    "another one": {"toy.ipynb.txt": WORKED},
    "two that are equal": {"toy.ipynb": WORKED, "old/toy.ipynb": WORKED},
    "an empty one": {"toy.ipynb": b"", "toy (1).ipynb": WORKED},
}


@pytest.mark.parametrize("entries", CHOICES.values(), ids=CHOICES)
def test_the_notebook_that_was_worked_on_is_graded(
    tmp_path: Path, entries: dict[str, bytes]
) -> None:
    own = folder_of(tmp_path / "own", entries)
    zipped(entries, tmp_path / "own.zip")
    for path in (own, tmp_path / "own.zip"):
        found = read(path, "toy", UNTOUCHED)
        assert DONE.encode() in found.notebook
        left = [name for name, data in entries.items() if data == BLANK]
        left = [name for name in left if not name.startswith(".")]
        assert bool(found.remarks) == bool(left)
        assert all(left[0] in remark for remark in found.remarks)


def test_of_two_that_were_worked_on_none_is_taken(tmp_path: Path) -> None:
    both = {"toy.ipynb": WORKED, "toy-Copy1.ipynb": cells("def f(): return 2")}
    said = problem(folder_of(tmp_path, both))
    assert "2 different notebooks of toy in it: toy.ipynb, toy-Copy1.ipynb" in said
    assert "unpack it first, and name the folder of the submissions" in said


def test_without_knowing_what_was_handed_out_none_is_guessed(tmp_path: Path) -> None:
    folder_of(tmp_path, {"toy.ipynb": BLANK, "toy (1).ipynb": WORKED})
    assert "2 different notebooks" in problem(tmp_path, None)


def test_an_untouched_one_is_graded_where_there_is_no_other(
    tmp_path: Path,
) -> None:
    other = {"toy.ipynb": BLANK, "essay.ipynb": cells("1", name="essay")}
    assert read(folder_of(tmp_path, other), "toy", UNTOUCHED).notebook == BLANK


# --- archives -----------------------------------------------------------------


def test_a_zip_in_a_folder_or_in_a_zip_is_opened(tmp_path: Path) -> None:
    inner = zipped({"toy.ipynb": WORKED, "data/note.txt": b"x"})
    outer = folder_of(tmp_path / "Jane_assignsubmission_file", {"work.zip": inner})
    zipped({"deep/work.ZIP": inner}, tmp_path / "outer.zip")
    packed = zipped({"bn_drop.zip": inner})  # a platform's folder, a zip of the zip
    twice = folder_of(tmp_path / "Jo_assignsubmission_file", {"work.zip": packed})
    for path in (outer, tmp_path / "outer.zip", twice):
        found = read(path, "toy", UNTOUCHED)
        assert found.notebook == WORKED
        assert found.files["data/note.txt"] == b"x"


def test_zips_that_lie_too_deep_are_called_that(tmp_path: Path) -> None:
    data = zipped({"toy.ipynb": WORKED})
    for _ in range(2):
        data = zipped({"work.zip": data})
    (tmp_path / "work.zip").write_bytes(zipped({"work.zip": data}))
    said = problem(tmp_path / "work.zip")
    assert said.startswith("unreadable: zips lie too deep in it. Unpack them")


def test_a_zip_that_is_called_a_notebook_is_opened(tmp_path: Path) -> None:
    zipped({"toy.ipynb": WORKED}, tmp_path / "toy.ipynb")
    assert read(tmp_path / "toy.ipynb", "toy").notebook == WORKED


def test_a_broken_zip_beside_a_notebook_does_no_harm(tmp_path: Path) -> None:
    plain = WORKED.replace(b"assignment_name", b"no_name")
    folder_of(tmp_path, {"mine.ipynb": plain, "data.zip": b"PK"})
    assert read(tmp_path, "toy", UNTOUCHED).notebook == plain


def many(count: int) -> dict[str, bytes]:
    return {"toy.ipynb": WORKED, **{f"env/{n}.py": b"" for n in range(count)}}


def test_too_many_files_are_called_that(tmp_path: Path) -> None:
    zipped(many(2500), tmp_path / "a.zip")
    for path in (tmp_path / "a.zip", folder_of(tmp_path / "a", many(2500))):
        assert "it has too many files (2,501, and 2,000 are allowed)" in problem(path)
    hidden = {name.replace("env", ".venv"): data for name, data in many(2500).items()}
    zipped(hidden, tmp_path / "b.zip")
    assert read(tmp_path / "b.zip", "toy").notebook == WORKED


def zip_that_begins_nowhere() -> bytes:
    """Say in the directory that an entry begins beyond all files."""
    made = zipfile.ZipInfo("toy.ipynb")
    made.extra = b"\x01\x00\x08\x00" + (2**64 - 2).to_bytes(8, "little")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as writing:
        writing.writestr(made, WORKED)
    whole = bytearray(data.getvalue())
    at = whole.index(b"PK\x01\x02")
    whole[at + 42 : at + 46] = b"\xff" * 4  # the place is in the extra field
    return bytes(whole)


def with_a_password(data: bytes) -> bytes:
    """Mark the first file of a zip as encrypted."""
    whole = bytearray(data)
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    return bytes(whole)


def test_whatever_is_wrong_with_an_archive_is_said_in_words(tmp_path: Path) -> None:
    entries = {
        "a.zip": zip_that_begins_nowhere(),
        "b.zip": b"PK\x03\x04nothing",
        "c.tar.gz": b"x",
        "d.7z": b"x",
        "e.rar": b"x",
        "f.py": b"x = 1",
        "g.zip": zipped({"a.py": b""}),
        "h.zip": with_a_password(zipped({"toy.ipynb": WORKED})),
    }
    folder_of(tmp_path, entries)
    said = {name: problem(tmp_path / name) for name in entries}
    assert "the zip is broken" in said["a.zip"]
    assert "the zip is broken" in said["b.zip"]
    for name in ("c.tar.gz", "d.7z", "e.rar"):
        assert "only .zip is opened. Hand in a zip, or the notebook" in said[name]
    assert said["f.py"] == "unreadable: there is no notebook in it (f.py)"
    assert said["g.zip"] == "unreadable: there is no notebook in it (a.py)"
    assert said["h.zip"] == "unreadable: the zip has a password"


# --- files beside it ----------------------------------------------------------


def test_folders_keep_their_places_from_the_notebook(tmp_path: Path) -> None:
    entries = {
        "hw/toy.ipynb": WORKED,
        "hw/my_code/__init__.py": b"",
        "hw/my_code/layers.py": b"code",
        "hw/data/note.txt": b"note",
        "weights/base.json": b"{}",
        "hw/../up.txt": b"up",
        "hw/a": b"a file",
        "hw/a/b": b"and a folder",
    }
    zipped(entries, tmp_path / "x.zip")
    files = read(tmp_path / "x.zip", "toy").files
    assert files["my_code/layers.py"] == b"code"
    assert files["data/note.txt"] == b"note"
    assert files["note.txt"] == b"note"  # found also where it was not put
    assert "layers.py" not in files
    assert files["base.json"] == b"{}"
    assert not any(".." in Path(name).parts for name in files)
    assert files["a"] == b"a file"


PACKAGE = {
    "hw/my_code/__init__.py": b"",
    "hw/my_code/layers.py": b"ONE = 1",
    "hw/data/note.txt": b"1",
    "hw/checks/__init__.py": b"ONE = 2",
    "hw/toy.ipynb": cells(
        "from my_code.layers import ONE\nimport checks",
        "def f(): return ONE * int(open('data/note.txt').read()) * checks.ONE",
    ),
}


@pytest.mark.parametrize("umask", [0o022, 0o077], ids=oct)
@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.name)
def test_packages_and_data_are_there_and_ours_win(
    tmp_path: Path, level: Level, umask: int
) -> None:
    if level > strongest():
        pytest.skip(f"{level.name} cannot be had here")
    before = os.umask(umask)
    try:
        zipped(PACKAGE, tmp_path / "x.zip")
        release = archive(tmp_path, ONE, {"checks/__init__.py": "ONE = 1"})
        with Engine(release, level=level) as engine:
            result = engine.grade(tmp_path / "x.zip")
    finally:
        os.umask(before)
    assert result.errors == []
    assert result.score == 1


# --- the notebook's own file --------------------------------------------------


def with_nulls(change: dict[str, Any], **cell: Any) -> bytes:
    notebook = json.loads(WORKED)
    notebook["cells"].append(
        {"cell_type": "code", "metadata": {}, "source": "1"} | cell
    )
    return json.dumps(notebook | change).encode()


@pytest.mark.parametrize(
    "data",
    [
        with_nulls({}, metadata=None),
        with_nulls({}, metadata={"tags": None}),
        with_nulls({}, metadata={"otter": None}),
        with_nulls({}, metadata={"otter": {"tests": None}}),
        with_nulls({}, source=None),
        with_nulls({}, source=[None, "1"]),
        with_nulls({"metadata": None}),
        with_nulls({"metadata": {"otter": None}}),
        with_nulls({"worksheets": None}),
        WORKED.replace(b'"cells": [', b'"cells": [null, 7, '),
    ],
)
def test_null_counts_as_if_it_was_not_there(data: bytes) -> None:
    _, steps = read_notebook(data)
    assert steps[0].source == DONE


def test_a_copied_tag_is_told(tmp_path: Path) -> None:
    notebook = json.loads(WORKED)
    notebook["cells"][0]["metadata"]["tags"] = ["otter_ignore"]
    path = tmp_path / "toy.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (remark,) = read(path, "toy", UNTOUCHED).remarks
    assert "More cells carry the tag otter_ignore" in remark
    assert read(path, "toy", Untouched(ignored=1)).remarks == ()


def test_a_release_knows_what_it_handed_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(archive(tmp_path, ONE)) as opened:
        release = {name: opened.read(name) for name in opened.namelist()}
    release |= bundle.settings(tmp_path, untouched=BLANK)
    zipped(release, tmp_path / "release.zip")
    zipped({"toy.ipynb": BLANK, "toy (1).ipynb": WORKED}, tmp_path / "x.zip")
    with Engine(tmp_path / "release.zip", level=Level.LIMITS) as engine:
        result = engine.grade(tmp_path / "x.zip")
    assert result.score == 1
    assert result.remarks == [
        "toy (1).ipynb was graded; toy.ipynb beside it is as it was handed out."
    ]


@pytest.mark.slow
def test_data_of_the_release_lie_beside_the_notebook(tmp_path: Path) -> None:
    zipped = archive(
        tmp_path,
        {
            "q1": [
                case("test_it", "x", "assert x == open('data/a.txt').read() == 'ours'")
            ]
        },
        files={"data/a.txt": "ours", "hidden/b.txt": "secret"},
    )
    notebook = tmp_path / "toy.ipynb"
    notebook.write_bytes(
        cells(
            """
            import os
            x = open("data/a.txt").read()
            if os.path.exists("hidden"):
                x = "the grader's"
            open("data/a.txt", "w").write("theirs")
            """
        )
    )
    with Engine(zipped, level=Level.LIMITS) as engine:
        graded = engine.grade(notebook)
    assert passed(graded) == {"test_it": True}, graded
