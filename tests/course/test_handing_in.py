"""The zip that is handed in: what is in it, what seems forgotten, and the receipt."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from checks.handing_in import PLACEHOLDER, HandIn, answered, in_words, old, read_cells
from checks.history import History, Run
from homework.grading import handed_in
from homework.grading.notebook import Untouched, marks
from homework.questions.layout import Repository
from homework.release.samples import solutions, submission, write_submission
from tests.samples import ROOT, on_one_line

NAME = "pairs"
POINTS = "Public tests gave 1 of 2 points here; 3 hidden tests run after you hand in."
REPOSITORY = Repository(ROOT)
LATER = 4e9  # seconds since the epoch


def answer(source: str, kind: str = "code") -> dict[str, Any]:
    tags = {"tags": ["otter_answer_cell"]}
    return {"cell_type": kind, "source": source, "metadata": tags}


def heading(number: int) -> dict[str, Any]:
    text = f"## Question {number} · A name\n\nDo it."
    return {"cell_type": "markdown", "source": text, "metadata": {}}


UNTOUCHED = [
    heading(1),
    answer("def swap(pair):\n    ..."),
    heading(2),
    answer(PLACEHOLDER, "markdown"),
]
DONE = [
    heading(1),
    answer("def swap(pair):\n    return pair[::-1]"),
    heading(2),
    answer("Because.", "markdown"),
]


def notebook(cells: list[dict[str, Any]]) -> bytes:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}).encode()


def homework(
    root: Path, cells: list[dict[str, Any]], *, name: str = NAME, modules: Any = None
) -> Path:
    """Lay out a student's folder; return the notebook."""
    (root / "tests").mkdir(parents=True)
    about = {"cells": marks(notebook(UNTOUCHED)), "modules": modules}
    (root / "tests" / "hand_in.json").write_text(json.dumps(about))
    path = root / f"{name}.ipynb"
    path.write_bytes(notebook(cells))
    return path


def ran(cells: list[dict[str, Any]], *, at: float = 0.0) -> History:
    codes = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    return History([Run(source, "", at) for source in codes])


def said(
    capsys: pytest.CaptureFixture[str],
    path: Path,
    *files: str,
    history: History | None = None,
    name: str = NAME,
) -> str:
    os.utime(path, (LATER, LATER))  # however slow this machine is
    HandIn(name, path.parent, history or ran(DONE)).run(path, [*files], POINTS)
    return capsys.readouterr().out


def test_nothing_is_said_where_nothing_is_forgotten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, homework(tmp_path, DONE))
    assert out.startswith(f"Receipt: {NAME}_")
    assert "2 of 2 questions answered.\n" in out
    assert POINTS in out
    assert out.endswith(f".zip from {tmp_path}.\n")


@pytest.mark.parametrize(
    ("cells", "modules", "doubt"),
    [
        (UNTOUCHED, None, "1 written answer is still the placeholder."),
        (UNTOUCHED, None, "1 answer has a line that is still `...`."),
        ([answer("import scipy.stats, json")], ["numpy"], "scipy is imported, and the"),
        ([answer("from given import x\nimport numpy")], ["numpy"], ""),
        ([answer("import scipy")], None, ""),
        ([answer("other = 1")], None, "1 answer has not run since the kernel started"),
        (
            [answer("swap = 1")],
            None,
            "the saved file has another swap than the one that ran last",
        ),
    ],
)
def test_what_seems_forgotten_is_named(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    cells: list[dict[str, Any]],
    modules: list[str] | None,
    doubt: str,
) -> None:
    out = said(capsys, homework(tmp_path, cells, modules=modules))
    if doubt:
        assert f"Before you hand in: {doubt}" in on_one_line(out)
    else:
        assert "Before you hand in" not in out


def test_only_cells_that_are_graded_answer_a_question() -> None:
    end = {"cell_type": "markdown", "source": "## Hand in\n\nNow.", "metadata": {}}
    given = {"cell_type": "code", "source": "plot()", "metadata": {}}
    given["metadata"] = {"tags": ["otter_ignore"]}
    handed_out = notebook([*UNTOUCHED[:2], given, *UNTOUCHED[2:], end, given])
    tried = {**given, "source": "plot(3)"}
    own = {"cell_type": "markdown", "source": "## Mine\n\nSo.", "metadata": {}}

    def said_of(cells: list[dict[str, Any]]) -> str:
        data = notebook(cells)
        mine = in_words(answered(read_cells(data), set(marks(handed_out))))
        assert Untouched.of(handed_out).answered(data) == mine
        return mine

    none = [*UNTOUCHED[:2], tried, *UNTOUCHED[2:], end, tried]
    assert said_of(none) == "0 of 2 questions answered; not yet: 1, 2."
    assert said_of([*UNTOUCHED, own, end]).startswith("1 of 2 questions answered")


def test_a_file_that_is_older_than_the_page_is_named(tmp_path: Path) -> None:
    path = homework(tmp_path, DONE)
    os.utime(path, (1000, 1000))
    (doubt,) = old(path, History(), 1840)
    assert doubt.startswith(f"{NAME}.ipynb was last saved 14 minutes ago. What you")
    assert list(old(path, History(), 1020)) == []
    (doubt,) = old(path, ran(DONE, at=1010), 1020)
    assert "last saved 20 seconds ago" in doubt


def test_weights_are_packed_or_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = homework(tmp_path, DONE)
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "b.json").write_text("")
    out = said(capsys, path, "a.json", "b.json", "c.json")
    assert "b.json is empty: run the cell that writes it." in out
    assert "c.json is not there: run the cell that writes it." in out
    assert "Beside it: a.json (2 bytes), b.json (0 bytes)" in out
    (zipped,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(zipped) as archive:
        assert archive.read("a.json") == b"{}"
        assert archive.read("__zip_filename__").decode() == zipped.name


def test_a_zip_that_cannot_be_written_says_why_and_how_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "n" * 245  # as a notebook's name it can be written, as a zip's it cannot
    out = said(capsys, homework(tmp_path, DONE, name=long), name=long)
    assert out.startswith("The zip could not be written (OSError: ")
    assert f"Upload {long}.ipynb as it is: a plain notebook is graded, too." in out
    broken = homework(tmp_path / "b", DONE)
    broken.write_text('{"cells": 3}')
    assert "it is no notebook" in said(capsys, broken)


def test_notebooks_of_one_homework_are_in_one_zip(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "homework.json").write_text(json.dumps([NAME, "more"]))
    path = homework(tmp_path / NAME, DONE)
    out = said(capsys, path)
    assert "this homework has more.ipynb too, which is not in" in out
    for earlier in path.parent.glob("*.zip"):
        earlier.unlink()
    homework(tmp_path / "more", UNTOUCHED, name="more")
    out = said(capsys, path)
    assert "too, which is not in" not in out
    assert "0 of 2 questions answered; not yet: 1, 2." in out
    (zipped,) = path.parent.glob("*.zip")
    assert handed_in.read(zipped, NAME).notebook == notebook(DONE)
    assert handed_in.read(zipped, "more").notebook == notebook(UNTOUCHED)


# --- the grader's receipt is the student's ------------------------------------


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("name", ["cnn", "pytorch_cnn"])
def test_the_grader_says_of_a_notebook_what_the_student_read(
    tmp_path: Path, name: str, share: float
) -> None:
    (assignment,) = REPOSITORY.assignments((name,))
    released = ROOT / "student" / name / f"{name}.ipynb"
    filled = solutions(assignment)
    some = dict(list(filled.items())[: round(share * len(filled))])
    path = write_submission(submission(released, some), tmp_path / f"{name}.ipynb")
    data = path.read_bytes()
    about = json.loads((released.parent / "tests" / "hand_in.json").read_text())
    mine = in_words(answered(read_cells(data), set(about["cells"])))
    assert Untouched.of(released.read_bytes()).answered(data) == mine
    assert mine.startswith(f"{len(some)} of ")


def test_the_grader_repeats_the_digest_of_the_receipt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_text("{}")
    out = said(capsys, homework(tmp_path, DONE), "a.json")
    (zipped,) = tmp_path.glob("*.zip")
    found = handed_in.read(zipped, NAME, Untouched.of(notebook(UNTOUCHED)))
    *_, digest = re.findall(r"SHA-256 (\w+)", out)
    assert found.receipt == (
        f"Receipt: a notebook of {len(notebook(DONE))} bytes, SHA-256 {digest}.\n"
        "Beside it: a.json (2 bytes).\n"
        "2 of 2 questions answered."
    )
