"""Masters of every style become question folders, and nothing secret is given away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from homework.base.errors import HomeworkError
from homework.masters.command import Imported, bring_in
from homework.questions.answers import stub_source
from homework.questions.cases import read_cases
from homework.questions.cells import SOLUTION, read_cells
from homework.questions.layout import Assignment, Repository
from tests.masters.written import (
    MASTERS,
    PIXEL,
    Master,
    checked_by,
    code,
    graded,
    question,
    raw,
    solution,
    text,
)
from tests.samples import small_repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with the shared folders and one small assignment."""
    return small_repository(tmp_path / "repository")


def untried(repository: Repository, folder: Path, master: Master) -> Imported:
    """Import a master without grading it."""
    path = master.save(folder / "a master.ipynb")
    return bring_in(repository, path, tried=False)


def given_away(assignment: Assignment) -> str:
    """Return all that students get of an assignment, as one text."""
    found = assignment.intro.read_text(encoding="utf-8")
    for each in assignment.questions:
        file = read_cells(each.source)
        found += "\n".join(c.source for c in file.cells if SOLUTION not in c.tags)
        if any(c.kind == "code" and SOLUTION in c.tags for c in file.cells):
            found += stub_source(each)
        cases = read_cases(each.tests)
        found += "\n".join(c.cell_source() for c in cases if not c.hidden)
        if each.after.exists():
            found += each.after.read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("name", MASTERS)
def test_a_master_becomes_folders_without_a_leak(
    name: str, repository: Repository, tmp_path: Path
) -> None:
    master = MASTERS[name]()
    made = untried(repository, tmp_path, master)
    assert len(made.assignment.questions) == master.questions
    assert made.assignment.master.exists()
    assert made.assignment.name == "a_master"
    cases = [c for q in made.assignment.questions for c in read_cases(q.tests)]
    assert sum(case.points for case in cases) == pytest.approx(master.points)
    secrets = [
        line for line in given_away(made.assignment).split("\n") if "secret" in line
    ]
    assert secrets == []
    everything = "".join(p.read_text() for p in made.assignment.folder.rglob("q*/*.py"))
    assert "secret" in everything


def test_there_are_twenty_of_them_and_more() -> None:
    assert len(MASTERS) >= 20


def test_settings_travel(repository: Repository, tmp_path: Path) -> None:
    seeded = untried(repository, tmp_path, MASTERS["seeds_and_ignored"]())
    cells = json.loads(seeded.assignment.master.read_text(encoding="utf-8"))["cells"]
    assert "seed: 42" in cells[0]["source"]
    assert "ignore" not in str(cells[1:]).lower()
    assert "otter.Notebook" not in str(cells)


def test_all_or_nothing_travels(repository: Repository, tmp_path: Path) -> None:
    made = untried(repository, tmp_path, MASTERS["all_or_nothing"]())
    assert [q.name for q in made.assignment.questions] == ["q01_n3_odd_name"]
    cells = json.loads(made.assignment.master.read_text(encoding="utf-8"))["cells"]
    begin = next(c["source"] for c in cells if "BEGIN QUESTION" in c["source"])
    assert "all_or_nothing: true" in begin


def test_files_find_their_places(repository: Repository, tmp_path: Path) -> None:
    made = untried(repository, tmp_path, MASTERS["own_modules"]())
    intro = made.assignment.intro.read_text(encoding="utf-8")
    assert "from given.helpers import triple" in intro
    assert "from given import helpers" in intro
    assert "(figures/cell2_dot.png)" in intro
    assert "(figures/dot.svg)" in intro
    module = (repository.assignments_folder / "given" / "helpers.py").read_text()
    assert "open('data/text.txt')" in module
    assert (made.assignment.folder / "figures" / "cell2_dot.png").read_bytes()[
        :4
    ] == b"\x89PNG"
    assert (made.assignment.folder / "data" / "text.txt").read_text() == "hello"


def test_what_is_read_travels_and_what_is_made_does_not(
    repository: Repository, tmp_path: Path
) -> None:
    made = untried(repository, tmp_path, MASTERS["nbgrader_files"]())
    data = made.assignment.folder / "data"
    found = {p.relative_to(data).as_posix() for p in data.rglob("*.*")}
    assert found == {"rows.csv", "parts/1.txt", "parts/2.txt"}
    intro = made.assignment.intro.read_text(encoding="utf-8")
    assert "open(f'data/parts/{n}.txt')" in intro
    assert "from given import helpers" in intro


def test_a_package_that_is_not_here_is_named(
    repository: Repository, tmp_path: Path
) -> None:
    cells = [code("import no_such_package.part"), *MASTERS["prints"]().cells]
    made = untried(repository, tmp_path, Master(cells, 1, 1))
    assert any("package `no_such_package` is not" in n for n in made.draft.notes)


def test_a_pasted_picture_may_have_a_blank_in_its_name(
    repository: Repository, tmp_path: Path
) -> None:
    picture = text("![shown](attachment:my%20dot.png)")
    picture["attachments"] = {"my dot.png": {"image/png": PIXEL}}
    master = Master([picture, *MASTERS["prints"]().cells], 1, 1)
    made = untried(repository, tmp_path, master)
    assert (made.assignment.folder / "figures" / "cell1_my_dot.png").exists()
    assert made.draft.notes == []


def test_given_code_above_an_old_answer_stays_given(
    repository: Repository, tmp_path: Path
) -> None:
    made = untried(repository, tmp_path, MASTERS["jassign_variants"]())
    assert "helper = [1, 2]" in given_away(made.assignment)
    everything = "".join(p.read_text() for p in made.assignment.folder.rglob("*.py"))
    assert "ok." not in everything
    assert "client" not in everything


def test_a_token_is_nowhere(repository: Repository, tmp_path: Path) -> None:
    made = untried(repository, tmp_path, MASTERS["settings_in_a_file"]())
    for path in made.assignment.folder.rglob("*.*"):
        assert path.is_dir() or "abcdefghij" not in path.read_text(encoding="utf-8")
    assert any("`token` is dropped" in note for note in made.draft.notes)


def test_a_marker_on_one_line_of_several_hides_all_of_them(
    repository: Repository, tmp_path: Path
) -> None:
    made = untried(repository, tmp_path, MASTERS["sloppy_markers"]())
    stubs = [stub_source(each) for each in made.assignment.questions]
    assert stubs == ["...\na = ...", "b = ...", "def c(x):\n    ...", "..."]


def test_a_prompt_is_what_students_find(repository: Repository, tmp_path: Path) -> None:
    made = untried(repository, tmp_path, MASTERS["code_prompt"]())
    stubs = [stub_source(each) for each in made.assignment.questions]
    assert stubs == [
        "def f(x):\n    y = ... # your code\n    return y",
        "y = ... # a list",
    ]


def test_what_hidden_lines_define_is_not_public(
    repository: Repository, tmp_path: Path
) -> None:
    cells = question(
        "name: q1",
        *solution(code("x = 3 # SOLUTION")),
        *checked_by(
            code("# HIDDEN\nsecret = 3\nx == secret", "True"),
            code("x < secret + 1", "True"),
        ),
    )
    made = untried(repository, tmp_path, Master(cells, 1, 1))
    assert "secret = 3" not in given_away(made.assignment)
    assert any("stands on what a hidden test defines" in n for n in made.draft.notes)


WRONG: dict[str, tuple[Master, str]] = {
    "a kernel of R": (
        Master(
            [],
            0,
            0,
            metadata={
                "kernelspec": {"name": "ir", "display_name": "R", "language": "R"}
            },
        ),
        "is written for the kernel 'R' (R).",
    ),
    "no question": (
        Master([code("x = 1")], 0, 0),
        "has no question that can be found.",
    ),
    "a fence that is not closed": (
        Master(
            [*question("name: q1"), text("```otter\n# BEGIN QUESTION\nname: q2")], 1, 0
        ),
        "marks 2 questions with BEGIN QUESTION, but 1 were found.",
    ),
    "a solution in another language": (
        Master([graded("print 'x'\nx = 1", "answer", "a")], 1, 0),
        "cell 1: is a solution that is no Python (Missing parentheses",
    ),
    "no end of a question": (
        Master([raw("# BEGIN QUESTION\nname: q1"), code("x = 1")], 1, 0),
        "the notebook ends inside the question q1.",
    ),
    "an end without a beginning": (
        Master([raw("# BEGIN QUESTION\nname: q1"), raw("# END TESTS")], 1, 0),
        "cell 2: the raw cell `# END TESTS` ends without its BEGIN.",
    ),
    "a question in a question": (
        Master([raw(f"# BEGIN QUESTION\nname: q{n}") for n in (1, 2)], 1, 0),
        "cell 2: the raw cell `# BEGIN QUESTION` begins inside the question q1.",
    ),
    "a solution that is not closed": (
        Master(
            [
                raw("# BEGIN QUESTION\nname: q1"),
                raw("# BEGIN SOLUTION"),
                raw("# END QUESTION"),
            ],
            1,
            0,
        ),
        "cell 3: the raw cell `# END QUESTION` stands inside the block SOLUTION.",
    ),
    "no name": (Master(question("points: 2"), 1, 0), "cell 1: a question has no name."),
    "no YAML": (
        Master(question("name: [q1"), 1, 0),
        "cell 1: holds settings that are not YAML (expected",
    ),
    "markers that do not close": (
        Master(question("name: q1", *solution(code("# BEGIN SOLUTION\nx = 1"))), 1, 0),
        "cell 3: has a BEGIN SOLUTION without its END.",
    ),
    "a test that is no Python": (
        Master(
            question(
                "name: q1",
                *solution(code("x = 1 # SOLUTION")),
                *checked_by(code("x ===")),
            ),
            1,
            0,
        ),
        "cell 6: is a test that is no Python",
    ),
    "points that do not fit": (
        Master(
            question(
                "name: q1\npoints: [1, 2]",
                *solution(code("x = 1 # SOLUTION")),
                *checked_by(code("x")),
            ),
            1,
            0,
        ),
        "has points that do not fit its 1 tests",
    ),
    "points of nbgrader that are no number": (
        Master([graded("assert 1", "test", "t", "many")], 1, 0),
        "cell 1: says points: 'many', which is no number.",
    ),
    "a hidden test that does not close": (
        Master([graded("### BEGIN HIDDEN TESTS\nassert 1", "test", "t", 1)], 1, 0),
        "cell 1: has a BEGIN HIDDEN TESTS without its END.",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_masters_get_a_sentence(
    name: str, repository: Repository, tmp_path: Path
) -> None:
    master, said = WRONG[name]
    with pytest.raises(HomeworkError) as caught:
        untried(repository, tmp_path, master)
    assert said in str(caught.value)
    assert not (repository.assignments_folder / "a_master").exists()


@pytest.mark.parametrize("content", ["", "{}", "[1]", "no json", '{"cells": 3}'])
def test_what_is_no_notebook_gets_a_sentence(
    content: str, repository: Repository, tmp_path: Path
) -> None:
    path = tmp_path / "odd.ipynb"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(HomeworkError, match="is not a notebook"):
        bring_in(repository, path, tried=False)


def test_a_missing_file_and_r_markdown_get_a_sentence(
    repository: Repository, tmp_path: Path
) -> None:
    with pytest.raises(HomeworkError, match="is no file"):
        bring_in(repository, tmp_path / "nowhere.ipynb")
    path = tmp_path / "hw.Rmd"
    path.write_text("# R", encoding="utf-8")
    with pytest.raises(HomeworkError, match="is R Markdown"):
        bring_in(repository, path)


def test_nothing_is_overwritten(repository: Repository, tmp_path: Path) -> None:
    path = MASTERS["prints"]().save(tmp_path / "small.ipynb")
    with pytest.raises(HomeworkError, match=r"is there already. Choose another name"):
        bring_in(repository, path, tried=False)
    with pytest.raises(HomeworkError, match="is no name"):
        bring_in(repository, path, name="../out", tried=False)
    assert (
        bring_in(repository, path, name="other", tried=False).assignment.name == "other"
    )
