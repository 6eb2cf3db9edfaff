"""What a student's notebook says: checks in plain words, and what seems forgotten."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import nbclient
import nbformat
import pytest

from checks import home
from checks.answers import Function
from checks.closeness import assert_close
from checks.handing_in import PLACEHOLDER
from checks.history import names_set_by
from checks.notebook import find_notebook
from homework.release.first_cell import first_cell
from tests.samples import ROOT, on_one_line

NAME = "pairs"
TEST = """\
from otter.test_files import test_case
OK_FORMAT = False
name = "q01_swap"
points = None

@test_case(points=2, hidden=False, failure_message="swap should turn a pair round.")
def test_swaps(swap):
    from checks import Function, assert_close
    swap = Function("swap", swap)
    assert_close(swap((1.0, 2.0)), [2.0, 1.0], name="swap((1, 2))")

@test_case(points=1, hidden=False, failure_message="swap should keep equal entries.")
def test_keeps(swap):
    from checks import Function, assert_close
    swap = Function("swap", swap)
    assert_close(swap((3.0, 3.0)), [3.0, 3.0], name="swap((3, 3))")
"""
WRITTEN = (
    "from checks.written import save_written_answers\n"
    "save_written_answers(name='Jane', student_id='7');"
)
CHECK = 'grader.check("q01_swap")'
EXPORT = "grader.export(pdf=False)"
WRONG = "def swap(pair):\n    return pair"
RIGHT = "def swap(pair):\n    return pair[::-1]"


def folder(root: Path, *sources: str, name: str = NAME) -> Path:
    """Lay out what a student has: a notebook, its tests, and `checks`."""
    (root / "tests").mkdir()
    (root / "tests" / "q01_swap.py").write_text(TEST)
    (root / "tests" / "hidden.json").write_text('{"q01_swap": 4}')
    shutil.copytree(ROOT / "assignments" / "checks", root / "checks")
    write(root / f"{name}.ipynb", *sources)
    return root


def write(path: Path, *sources: str) -> None:
    cells = [
        nbformat.v4.new_code_cell(source) for source in (first_cell(NAME), *sources)
    ]
    for cell in cells[1:]:
        if "def swap" in cell.source:
            cell.metadata["tags"] = ["otter_answer_cell"]
    heading = "<!-- BEGIN QUESTION -->\n\n## Question 2 · Explain it"
    cells.append(nbformat.v4.new_markdown_cell(heading))
    text = nbformat.v4.new_markdown_cell(PLACEHOLDER)
    text.metadata["tags"] = ["otter_answer_cell"]
    saved = nbformat.v4.new_notebook(cells=[*cells, text])
    saved.metadata["otter"] = {"assignment_name": NAME}
    nbformat.write(saved, path)


def said(where: Path, *sources: str, **environment: str) -> list[str]:
    """Run the first cell and these in a kernel; return what each of these said."""
    cells = [
        nbformat.v4.new_code_cell(source) for source in (first_cell(NAME), *sources)
    ]
    run = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(
        run,
        timeout=120,
        allow_errors=True,
        resources={"metadata": {"path": str(where)}},
    ).execute(env={**os.environ, **environment})
    texts = []
    for cell in run.cells:
        parts = []
        for output in cell.outputs:
            assert output.get("name") != "stderr", output
            parts.append(output.get("text", "") or output.get("evalue", ""))
        texts.append("".join(parts))
    return texts


@pytest.mark.slow
def test_a_check_says_each_idea_once_in_plain_words(tmp_path: Path) -> None:
    here = folder(tmp_path, WRONG)
    start, _, wrong, _, right, _, typo = said(
        here, WRONG, CHECK, RIGHT, CHECK, "def swap(pair):\n    return par", CHECK
    )
    assert start == ""
    assert wrong == (
        "q01_swap: 1 of 2 public tests passed (1 of 3 points).\n\n"
        "Not yet: swap should turn a pair round.\n"
        "    swap((1, 2)) is off by 1 at index (0,) (allowed 2e-07). It got 1,\n"
        "    should be 2.\n\n"
        "And 4 hidden tests run after you hand in.\n"
    )
    assert right == (
        "q01_swap: 2 of 2 public tests passed (3 of 3 points).\n"
        "And 4 hidden tests run after you hand in.\n"
    )
    assert typo.count("name 'par' is not defined") == 1
    assert "(line 2 of its cell: `return par`)" in on_one_line(typo)
    assert "..." not in typo


@pytest.mark.slow
def test_dots_failures_and_interrupts_are_named(tmp_path: Path) -> None:
    here = folder(tmp_path, RIGHT)
    dots = "def swap(pair):\n    ...\n    return out"
    failed = "x = 1 / 0\ndef swap(pair): return 0"
    stop = "def swap(pair):\n    raise KeyboardInterrupt"
    open_end = "def swap(pair:\n    return 0"
    _, _, asked, _, _, old, _, never, _, stopped = said(
        here, dots, CHECK, RIGHT, failed, CHECK, open_end, CHECK, stop, CHECK
    )
    assert "(SyntaxError: '(' was never closed, line 1 of its cell)" in (
        on_one_line(never)
    )
    assert "There is still a `...` to replace in this cell." in asked
    assert "The cell that sets swap failed when it ran last (ZeroDivisionError" in old
    assert on_one_line(stopped) == (
        "q01_swap: stopped by you (line 2 of its cell: `raise KeyboardInterrupt`). "
        "Nothing was judged. "
    )


@pytest.mark.slow
def test_an_interrupt_stops_a_loop_that_catches_everything_and_handing_in(
    tmp_path: Path,
) -> None:
    here = folder(tmp_path, RIGHT)
    eats = (
        "import os, signal\n"
        "def swap(pair):\n"
        "    for _ in range(2):\n"
        "        try:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "        except:\n"
        "            pass\n"
        "    return pair[::-1]"
    )
    _, _, checked, exported = said(here, eats, CHECK, EXPORT)
    assert checked.startswith("q01_swap: stopped by you (line ")
    assert "Public tests say no points: q01_swap was stopped by you" in exported
    assert len(list(here.glob("*.zip"))) == 1


@pytest.mark.slow
def test_what_is_missing_or_taken_is_named_where_it_comes_from(tmp_path: Path) -> None:
    helper = "def turned(pair):\n    return pair[::-1]"
    uses = "def swap(pair):\n    return np.array(turned(pair))"
    here = folder(tmp_path, "import numpy as np", helper, uses)
    _, _, first, _, second, _, third, taken, still = said(
        here,
        uses,
        CHECK,
        "import numpy as np",
        CHECK,
        helper,
        CHECK,
        "grader = 3",
        CHECK,
    )
    assert "The cell that brings np has not run since the kernel started" in first
    assert "The cell that brings turned has not run" in second
    assert "has not run" not in third
    assert "2 of 2 public tests" in third
    assert "Use another name for yours" in taken
    assert "2 of 2 public tests" in still


@pytest.mark.slow
def test_a_receipt_says_which_points_are_not_of_the_file(tmp_path: Path) -> None:
    here = folder(tmp_path, "def swap(pair:\n    return 0")
    *_, exported = said(here, RIGHT, "def swap(pair:\n    return 0", EXPORT)
    assert "the cell that sets swap failed when it ran last (SyntaxError" in (
        on_one_line(exported)
    )
    write(here / f"{NAME}.ipynb")  # the answer's cell is deleted
    *_, exported = said(here, RIGHT, EXPORT)
    assert "no cell of the saved file sets swap, which ran here." in (
        on_one_line(exported)
    )


@pytest.mark.slow
def test_each_cell_that_a_check_reads_is_looked_at(tmp_path: Path) -> None:
    here = folder(tmp_path, RIGHT)
    two = (here / "tests" / "q01_swap.py").read_text()
    two = two.replace("def test_swaps(swap):", "def test_swaps(swap, other):")
    (here / "tests" / "q01_swap.py").write_text(two)
    *_, checked = said(here, RIGHT, "1 / 0\ndef swap(pair): 0", "other = 1", CHECK)
    assert "The cell that sets swap failed when it ran last" in checked


@pytest.mark.slow
def test_any_name_and_any_folder_will_do(tmp_path: Path) -> None:
    here = folder(tmp_path, RIGHT, name="Copy of pairs (Jane)")
    start, _, checked, exported = said(here, RIGHT, CHECK, EXPORT)
    assert start == ""
    assert "2 of 2 public tests" in checked
    assert "1 written answer is still the placeholder" in exported
    (zipped,) = here.glob("*.zip")
    assert zipped.name.startswith("pairs_")
    (here / "Copy of pairs (Jane).ipynb").unlink()
    start, _, checked, exported = said(here, RIGHT, CHECK, EXPORT)
    assert "Save the notebook there as pairs.ipynb" in start.replace("save", "Save")
    assert "2 of 2 public tests" in checked
    assert "It is not clear which file in" in exported
    shutil.rmtree(here / "tests")
    start, _, checked, _ = said(here, RIGHT, CHECK, EXPORT)
    assert "The folder 'tests' is missing" in start
    assert "Keep the whole folder" in checked
    shutil.rmtree(here / "checks")
    start, *_ = said(here, RIGHT)
    assert start.startswith("The checks are not ready: No module named 'checks'")
    assert start.count("\n") <= 4


@pytest.mark.slow
def test_a_kernel_may_begin_anywhere(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    here = folder(tmp_path / NAME, RIGHT)
    start, _, again, checked, exported = said(
        tmp_path, RIGHT, first_cell(NAME), CHECK, EXPORT
    )
    assert start == again == ""
    assert "2 of 2 public tests" in checked
    assert "Public tests gave 3 of 3 points here; 4 hidden tests run" in exported
    assert "since the kernel started" not in exported
    (tmp_path / "else").mkdir()
    told = str(here / f"{NAME}.ipynb")
    start, _, checked = said(tmp_path / "else", RIGHT, CHECK, JPY_SESSION_NAME=told)
    assert start == ""
    assert "2 of 2 public tests" in checked


@pytest.mark.slow
def test_answers_that_were_not_saved_are_named(tmp_path: Path) -> None:
    here = folder(tmp_path, WRONG)
    *_, exported = said(here, RIGHT, EXPORT)
    assert "the saved file has another swap than the one that ran last" in on_one_line(
        exported
    )
    edit = (
        "import time; time.sleep(0.1)\n"
        f"from pathlib import Path; p = Path('{NAME}.ipynb')\n"
        "p.write_text(p.read_text().replace('return pair', 'return  pair'))"
    )
    *_, checked = said(here, WRONG, edit, CHECK)
    assert "The cell that sets swap was changed after it ran last" in checked
    os.utime(here / f"{NAME}.ipynb", (1000, 1000))
    *_, written = said(here, WRITTEN)
    assert "Look at this: pairs.ipynb was last saved" in written
    assert "texts too, is not in it: save, and run" in on_one_line(written)
    os.utime(here / f"{NAME}.ipynb", (4e9, 4e9))  # as if it were saved right now
    *_, written = said(here, WRITTEN)
    assert "1 page" in written
    assert "last saved" not in written


# --- parts --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(x):\n    y = 1\n\nz, w = 1, 2", {"f", "z", "w"}),
        ("class A: pass\na.b = 1", {"A", "a"}),
        ("def f(x:\nz = 3\nif z == 3: pass", {"f", "z"}),
        ("%%time\na: str = 'B'\nb[0] = [k for k in a]", {"a", "b"}),
        ("if True:\n    def f(): x = 1\nelse:\n    n += 1", {"f", "n"}),
        ("import numpy as np\nfor i in a:\n    with b as c: pass", {"i", "c"}),
    ],
)
def test_names_that_a_cell_sets(source: str, names: set[str]) -> None:
    assert names_set_by(source) == names


def test_the_front_end_knows_the_file_best(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        write(tmp_path / f"{name}.ipynb")
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert find_notebook(NAME, tmp_path, {}) is None
    told = {"__vsc_ipynb_file__": str(tmp_path / "b.ipynb")}
    assert find_notebook(NAME, tmp_path, told) == tmp_path / "b.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", "somewhere/a.ipynb")
    assert find_notebook(NAME, tmp_path, {}) == tmp_path / "a.ipynb"
    (tmp_path / "b.ipynb").write_text(json.dumps({"cells": []}))
    monkeypatch.delenv("JPY_SESSION_NAME")
    assert find_notebook(NAME, tmp_path, {}) == tmp_path / "a.ipynb"


def test_the_grader_shows_no_expected_number(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AssertionError, match="allowed") as hidden:
        assert_close([1.0], [2.5], name="y")
    assert "2.5" not in str(hidden.value)
    monkeypatch.setattr(home, "AT_HOME", True)
    with pytest.raises(AssertionError, match=r"It got 1, should be 2\.5\."):
        assert_close([1.0], [2.5], name="y")


def test_an_interrupt_is_a_failure_only_in_the_grader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stops() -> None:
        raise KeyboardInterrupt

    with pytest.raises(AssertionError, match=r"stops raised KeyboardInterrupt\b"):
        Function("stops", stops)()
    monkeypatch.setattr(home, "AT_HOME", True)
    with pytest.raises(KeyboardInterrupt):
        Function("stops", stops)()
