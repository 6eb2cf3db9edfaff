"""Folders become a master and come back; no edit is lost on the way."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework.base.errors import HomeworkError
from homework.questions.cells import SOLUTION, Cell, CellFile, read_cells, write_cells
from homework.questions.layout import Assignment
from homework.questions.masters import absorb, assemble, master_text
from tests.questions.test_cells import ordinary_cells
from tests.samples import (
    ROOT,
    contents,
    replace,
    save_as_jupyterlab,
    small_assignment,
    small_repository,
)


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Return an assignment with its master assembled."""
    assignment = small_assignment(tmp_path)
    assemble(assignment)
    return assignment


# --- points in headings -------------------------------------------------------


def _headings(assignment: Assignment) -> list[str]:
    cells = json.loads(assignment.master.read_text(encoding="utf-8"))["cells"]
    lines = [cell["source"].partition("\n")[0] for cell in cells]
    return [line for line in lines if line.startswith("## Question")]


def test_headings_say_the_points_of_the_tests(small: Assignment) -> None:
    assert _headings(small) == [
        "## Question 1 · Double (3.5 points: 1 shown here, 2.5 after you hand in)",
        "## Question 2 · Opinion (4.5 points, given by a person)",
    ]
    tests = small.questions[0].tests
    replace(tests, "@hidden(points=2.5)", "@public(points=0)")
    assemble(small)
    assert _headings(small)[0] == "## Question 1 · Double (1 point, all shown here)"
    replace(tests, "@public(points=1)", "@hidden(points=1)")
    assemble(small)
    assert _headings(small)[0] == "## Question 1 · Double (1 point, after you hand in)"
    tests.unlink()
    assemble(small)
    assert _headings(small)[0] == "## Question 1 · Double"


def test_the_heading_of_a_part_may_stand_above_that_of_a_question(
    small: Assignment,
) -> None:
    source = small.questions[0].source
    replace(
        source, "# ## Question 1 · Double", "# ## Part 1\n#\n# ### Question 1 · Double"
    )
    assemble(small)
    assert "### Question 1 · Double (3.5 points: 1 shown" in small.master.read_text(
        "utf-8"
    )
    save_as_jupyterlab(small.master)
    assert absorb(small) == []


def test_points_do_not_come_back_into_the_folder(small: Assignment) -> None:
    save_as_jupyterlab(small.master)
    assert absorb(small) == []
    edit = json.loads(small.master.read_text(encoding="utf-8"))
    for cell in edit["cells"]:
        cell["source"] = cell["source"].replace("· Double (3.5", "· Twice (99")
    small.master.write_text(json.dumps(edit), encoding="utf-8")
    assert absorb(small) == [small.questions[0].source]
    text = small.questions[0].source.read_text(encoding="utf-8")
    assert "# ## Question 1 · Twice\n" in text
    assert _headings(small)[0].startswith("## Question 1 · Twice (3.5 points: 1 shown")


# --- the round trip -----------------------------------------------------------

statement = st.lists(ordinary_cells, min_size=1, max_size=4)


@pytest.mark.slow
@given(
    intro=statement,
    question=statement,
    after=st.one_of(st.none(), statement),
    closing=st.one_of(st.none(), statement),
)
@settings(max_examples=50)
def test_absorbing_a_saved_master_changes_no_file(
    intro: list[Cell],
    question: list[Cell],
    after: list[Cell] | None,
    closing: list[Cell] | None,
) -> None:
    """absorb(assemble(folder)) == folder, whatever JupyterLab adds in between.

    It holds for cells that text can carry, in the form that `absorb` writes; the law
    and `write_cells` refuse the others.
    """
    with tempfile.TemporaryDirectory() as name:
        assignment = small_assignment(Path(name))
        files = {
            assignment.intro: _untagged(intro),
            assignment.questions[0].source: question,
            assignment.questions[0].after: after and _untagged(after),
            assignment.closing: closing and _untagged(closing),
        }
        for path, cells in files.items():
            path.unlink(missing_ok=True)
            if cells:
                text = write_cells(CellFile("", tuple(cells)))
                path.write_text(text, encoding="utf-8")
        assemble(assignment)
        before = contents(Path(name))
        save_as_jupyterlab(assignment.master)
        assert absorb(assignment) == []
        assert contents(Path(name)) == before


def _untagged(cells: list[Cell]) -> list[Cell]:
    """Take the solution tag away, which only a question gives a meaning."""
    return [
        Cell(cell.kind, cell.source, tuple(tag for tag in cell.tags if tag != SOLUTION))
        for cell in cells
    ]


def test_one_word_is_one_line_of_the_question_and_one_of_the_master(
    small: Assignment,
) -> None:
    before = contents(small.folder)
    save_as_jupyterlab(small.master, old="so that", new="such that")
    question = small.questions[0].source
    assert absorb(small) == [question]
    after = contents(small.folder)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"q01_double/question.py", "small.ipynb"}
    assert _changed_lines(before, after, "q01_double/question.py") == [
        "# Write `double(x)`, such that $y = 2x$."
    ]
    recorded = re.compile(r'^ +"[^"]*": "[0-9a-f]{16}",?$')
    lines = _changed_lines(before, after, "small.ipynb")
    (line,) = (line for line in lines if not recorded.fullmatch(line))
    assert "such that" in line


def _changed_lines(
    before: dict[str, bytes], after: dict[str, bytes], name: str
) -> list[str]:
    old, new = (found[name].decode().splitlines() for found in (before, after))
    assert len(old) == len(new)
    return [b for a, b in zip(old, new, strict=True) if a != b]


def test_cells_can_be_added_moved_and_deleted_in_jupyter(small: Assignment) -> None:
    notebook = json.loads(small.master.read_text(encoding="utf-8"))
    cells: list[dict[str, Any]] = notebook["cells"]
    (here,) = (n for n, cell in enumerate(cells) if "## Question 1" in cell["source"])
    cells.insert(here + 1, {"cell_type": "markdown", "metadata": {}, "source": "New."})
    notebook["cells"] = [cell for cell in cells if "four =" not in cell["source"]]
    small.master.write_text(json.dumps(notebook), encoding="utf-8")
    question = small.questions[0]
    assert set(absorb(small)) == {question.source, question.after}
    assert read_cells(question.source).cells[1] == Cell("markdown", "New.")
    assert not question.after.exists()


def test_a_cell_tagged_as_solution_in_jupyter_becomes_one(small: Assignment) -> None:
    def tag(cell: dict[str, Any]) -> None:
        if "a cell that grading skips" in cell["source"]:
            cell["metadata"]["tags"] = ["otter_ignore", "solution"]

    _edit_cells(small, tag)
    absorb(small)
    tagged = read_cells(small.questions[0].source).cells[1]
    assert tagged.tags == ("solution", "otter_ignore")
    assert absorb(small) == []


# --- assembling ---------------------------------------------------------------


def test_assembling_twice_and_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    masters = []
    for place in ("here", "there/and/deeper"):
        assignment = small_assignment(tmp_path / place)
        assert assemble(assignment)
        masters.append(assignment.master.read_bytes())
        assert not assemble(assignment)
        assert master_text(assignment).encode() == masters[-1]
    assert masters[0] == masters[1]


def test_a_saved_master_without_edits_is_assembled_anew(small: Assignment) -> None:
    before = small.master.read_bytes()
    save_as_jupyterlab(small.master)
    assert assemble(small)
    assert small.master.read_bytes() == before


def test_a_master_has_neither_cell_ids_nor_outputs(small: Assignment) -> None:
    notebook = json.loads(small.master.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 4)
    assert not any("id" in cell for cell in notebook["cells"])
    assert not any(cell.get("outputs") for cell in notebook["cells"])


# --- what is refused, and what is kept ----------------------------------------


def test_an_edit_that_was_not_absorbed_stops_the_assembler(small: Assignment) -> None:
    save_as_jupyterlab(small.master, old="so that", new="such that")
    edited = small.master.read_bytes()
    with pytest.raises(HomeworkError) as caught:
        assemble(small)
    assert "homework absorb small" in str(caught.value)
    assert "homework assemble --force small" in str(caught.value)
    assert small.master.read_bytes() == edited
    assemble(small, force=True)
    assert small.master.read_bytes() != edited


def test_an_edit_in_the_folder_survives_absorb(small: Assignment) -> None:
    tests, question = small.questions[0].tests, small.questions[0].source
    replace(tests, "6 of 3", "six of three")
    replace(question, "so that", "such that")
    save_as_jupyterlab(small.master, old="Twice is enough", new="Twice")
    assert absorb(small) == [small.intro]
    assert "six of three" in tests.read_text(encoding="utf-8")
    assert "such that" in question.read_text(encoding="utf-8")
    assert "six of three" in small.master.read_text(encoding="utf-8")


def test_a_file_edited_on_both_sides_is_refused(small: Assignment) -> None:
    question = small.questions[0].source
    replace(question, "so that", "such that")
    save_as_jupyterlab(small.master, old="so that", new="so as")
    before = contents(small.folder)
    with pytest.raises(HomeworkError, match=r"edited here and in small\.ipynb"):
        absorb(small)
    assert contents(small.folder) == before


def _edit_cells(assignment: Assignment, edit: Callable[[dict[str, Any]], None]) -> None:
    notebook = json.loads(assignment.master.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        edit(cell)
    assignment.master.write_text(json.dumps(notebook), encoding="utf-8")


def _edit_a_test(cell: dict[str, Any]) -> None:
    cell["source"] = cell["source"].replace("[6.0]", "[7.0]")


def _edit_points(cell: dict[str, Any]) -> None:
    cell["source"] = cell["source"].replace("points: 4.5", "points: 5")


def _rename(cell: dict[str, Any]) -> None:
    cell["source"] = cell["source"].replace("name: q01_double", "name: q01_twice")


def _paste_a_picture(cell: dict[str, Any]) -> None:
    if "Is twice enough" in cell["source"]:
        cell["attachments"] = {"a.png": {"image/png": "aGk="}}


def _write_a_mark(cell: dict[str, Any]) -> None:
    cell["source"] = cell["source"].replace("four =", "# %% here\nfour =")


@pytest.mark.parametrize(
    ("edit", "remedy"),
    [
        (_edit_a_test, r"q01_double/tests\.py.*homework assemble --force small"),
        (_edit_points, r"come from the folders"),
        (_rename, r"'q01_twice', which has no folder. .*rename its folder"),
        (_paste_a_picture, r"Save the picture in figures/"),
        (_write_a_mark, r"no line that begins with `# %%`"),
    ],
)
def test_absorb_refuses_and_changes_nothing(
    small: Assignment, edit: Callable[[dict[str, Any]], None], remedy: str
) -> None:
    _edit_cells(small, edit)
    before = contents(small.folder)
    with pytest.raises(HomeworkError, match=remedy):
        absorb(small)
    assert contents(small.folder) == before


def test_a_master_without_its_record_is_not_absorbed(small: Assignment) -> None:
    notebook = json.loads(small.master.read_text(encoding="utf-8"))
    small.master.write_text(json.dumps({**notebook, "metadata": {}}), encoding="utf-8")
    with pytest.raises(HomeworkError, match="has no record any more"):
        absorb(small)
    small.master.unlink()
    with pytest.raises(HomeworkError, match=r"is missing\. Build it: `homework assem"):
        absorb(small)


def test_a_raw_cell_that_is_gone_is_missed(small: Assignment) -> None:
    notebook = json.loads(small.master.read_text(encoding="utf-8"))
    notebook["cells"] = [
        cell for cell in notebook["cells"] if cell["source"] != "# END SOLUTION"
    ]
    small.master.write_text(json.dumps(notebook), encoding="utf-8")
    with pytest.raises(HomeworkError, match="raw cells"):
        absorb(small)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "3", "{}", '{"cells": 3, "nbformat": 4}'],
    ids=["empty", "list", "number", "no_cells", "odd_cells"],
)
@pytest.mark.parametrize("command", [assemble, absorb])
def test_a_broken_master_names_the_way_out(
    small: Assignment, command: Callable[[Assignment], object], text: str
) -> None:
    small.master.write_text(text, encoding="utf-8")
    with pytest.raises(HomeworkError, match="homework assemble --force small"):
        command(small)
    assert small.master.read_text(encoding="utf-8") == text
    assert assemble(small, force=True)


def test_a_tag_that_no_notebook_can_have_is_refused(small: Assignment) -> None:
    replace(small.intro, "# %%\nimport", '# %% tags=["a,b"]\nimport')
    with pytest.raises(HomeworkError, match="Correct the tags"):
        assemble(small)


def test_a_renamed_question_keeps_its_text(tmp_path: Path) -> None:
    (assignment,) = small_repository(tmp_path).assignments()
    assemble(assignment)
    shutil.move(
        assignment.folder / "q02_opinion", assignment.folder / "q02_your_opinion"
    )
    renamed = Assignment(assignment.folder)
    assert assemble(renamed)
    assert "q02_your_opinion" in renamed.master.read_text(encoding="utf-8")


def _edit_all(assignment: Assignment, edit: Callable[[list[Any]], None]) -> None:
    notebook = json.loads(assignment.master.read_text(encoding="utf-8"))
    edit(notebook["cells"])
    assignment.master.write_text(json.dumps(notebook), encoding="utf-8")


def _without(start: str) -> Callable[[list[Any]], None]:
    def edit(cells: list[Any]) -> None:
        found = [cell for cell in cells if "".join(cell["source"]).startswith(start)]
        cells.remove(found[0])

    return edit


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (_without("def double"), "no solution cell of 'q01_double' any more"),
        (_without("It is."), "no solution cell of 'q02_opinion' any more"),
        (_without("# BEGIN QUESTION"), "lacks a raw cell `# BEGIN QUESTION`"),
        (lambda cells: cells.append(cells[0] | {"source": "# More"}), "raw cells"),
        (
            lambda cells: cells.append(
                {"cell_type": "markdown", "metadata": {}, "source": "A stray thought."}
            ),
            "which every assignment shares",
        ),
    ],
)
def test_absorb_loses_no_solution_and_changes_no_other_assignment(
    tmp_path: Path, edit: Callable[[list[Any]], None], message: str
) -> None:
    assignment = small_assignment(tmp_path)
    assignment.hand_in.write_text("# %% [markdown]\n# The end.\n", encoding="utf-8")
    assemble(assignment)
    _edit_all(assignment, edit)
    before = contents(tmp_path)
    with pytest.raises(HomeworkError, match=message):
        absorb(assignment)
    assert contents(tmp_path) == before


def test_what_all_assignments_share_is_absorbed_when_asked_to(tmp_path: Path) -> None:
    assignment = small_assignment(tmp_path)
    assignment.hand_in.write_text("# %% [markdown]\n# The end.\n", encoding="utf-8")
    assemble(assignment)
    _edit_all(assignment, lambda cells: cells[-1].update(source="Good-bye."))
    assert absorb(assignment, shared=True) == [assignment.hand_in]


def test_conflict_markers_are_named_and_nothing_is_thrown_away(
    small: Assignment,
) -> None:
    text = small.master.read_text(encoding="utf-8")
    small.master.write_text(f"<<<<<<< HEAD\n{text}\n>>>>>>> other\n", "utf-8")
    with pytest.raises(HomeworkError, match="holds conflict markers of git") as found:
        absorb(small)
    assert "--force" not in found.value.remedy


def test_a_link_that_became_a_file_is_no_folder(small: Assignment) -> None:
    link = small.folder / "checks"
    if link.is_symlink():
        link.unlink()
    link.write_text("../checks", encoding="utf-8")
    with pytest.raises(HomeworkError, match=r"core\.symlinks true"):
        assemble(small)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            lambda text: text.replace("# BEGIN QUESTION", "# gone", 1),
            "lacks a raw cell `# BEGIN QUESTION`",
        ),
        (
            lambda text: f"<<<<<<< HEAD\n{text}\n>>>>>>> other\n",
            "holds conflict markers of git. Keep one side",
        ),
        (lambda text: text[:100], "edits that were made in it are lost then"),
    ],
)
def test_the_command_says_what_is_lost_with_a_short_path(
    tmp_path: Path, edit: Callable[[str], str], said: str
) -> None:
    assignment = small_assignment(tmp_path)
    assemble(assignment)
    text = edit(assignment.master.read_text(encoding="utf-8"))
    assignment.master.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "homework", "absorb", "small"],
        cwd=assignment.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("assignments/small/small.ipynb: ")
    assert said in done.stderr
    assert str(tmp_path) not in done.stderr
