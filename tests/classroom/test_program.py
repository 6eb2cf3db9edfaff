"""What tests can see of a submission is told by its code, and never too little."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the reader forks", allow_module_level=True)

from homework.classroom.program import Program, Wanted, bound, written
from homework.grading.handed_in import SubmissionError
from homework.grading.notebook import Step, Untouched, read_notebook
from homework.grading.sandbox.sandbox import Level
from tests.grading_toys import cells

CHECKS = ['grader.check("q1_double")', 'grader.check("q2_half")']
HANDED_OUT = cells(
    "import math", "def double(x): ...", CHECKS[0], "def half(x): ...", CHECKS[1]
)
UNTOUCHED = Untouched.of(HANDED_OUT)
FIRST = Wanted(("q1_double",), frozenset({"double"}), UNTOUCHED)
SECOND = Wanted(("q2_half",), frozenset({"half"}), UNTOUCHED)
DOUBLE, HALF = "def double(x): return 2 * x", "def half(x): return x / 2"


def program(folder: Path, wanted: Wanted, *sources: str, **files: str) -> Program:
    """Read a submission of these cells, with these files beside it."""
    path = folder / "handed_in"
    path.mkdir(exist_ok=True)
    for each in path.iterdir():
        each.unlink()
    (path / "toy.ipynb").write_bytes(cells("import math", *sources))
    for name, text in files.items():
        (path / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return wanted.read(path, "toy", Level.LIMITS)


def work(double: str = DOUBLE, half: str = HALF, *more: str) -> list[str]:
    return [double, CHECKS[0], half, CHECKS[1], *more]


def test_what_is_graded_ends_with_the_check(tmp_path: Path) -> None:
    found = program(tmp_path, FIRST, *work())
    name, steps = read_notebook(found.submission.notebook)
    assert name == "toy"
    assert [step.source for step in steps] == ["import math", DOUBLE, CHECKS[0]]
    whole = found.submission.whole  # the seed of hidden cases
    assert whole == cells("import math", *work())
    assert set(found.own) == {"q1_double/0001.py", "q2_half/0003.py"}


@pytest.mark.parametrize(
    "unsure",
    [
        work(half="def half(x): return eval('x / 2')"),
        work(half=CHECKS[0]),  # checked twice, the last counts
        [DOUBLE, HALF],  # checked at the end
        work(DOUBLE, HALF, "c = grader.check\nc('q1' + '_double')"),
        work(DOUBLE, HALF, "double = getattr(math, 'sqrt')"),
        work(DOUBLE, HALF, "open('toy.ipynb')"),
    ],
)
def test_where_it_is_not_sure_the_whole_notebook_is_graded(
    tmp_path: Path, unsure: list[str]
) -> None:
    found = program(tmp_path, FIRST, *unsure)
    assert not found.alike
    assert found.submission.notebook == cells("import math", *unsure)


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        (work(), work(), True),
        (work(), work(f"{DOUBLE}  # twice"), True),  # `half` does not name it
        (work(), work("def double(x): return x + x"), True),
        (work(), work("CAUGHT_BY = 'test'\nimport sys\n" + DOUBLE), True),
        (work(), work(half="def half(x): return 0.5 * x"), False),
        (work(), work(half=f"{HALF}  # one of two"), False),
        (work(), work(DOUBLE, HALF, "print('done')"), True),  # behind the check
        (work(), work(f"{DOUBLE}\nprint(1)"), False),
        (work(), work("@print\n" + DOUBLE), False),
        (work(), work("def double(x=print()): return 2 * x"), False),
        (work(), work("def double(x) -> print(): return 2 * x"), False),
        (work(), work("class double:\n    print(1)"), False),
        (work(), work("def double(x): return 2 x"), False),
        (work(), work("math = None"), True),
        (work(half="def half(x): return math.e"), work("math = None"), False),
        # By way of another function.
        (
            work("def double(x): return 2 * x", "def half(x): return double(x) / 4"),
            work("def double(x): return x + x", "def half(x): return double(x) / 4"),
            False,
        ),
    ],
)
def test_two_are_alike_when_the_tests_see_the_same_code(
    tmp_path: Path, one: list[str], other: list[str], are_alike: bool
) -> None:
    first = program(tmp_path, SECOND, *one)
    second = program(tmp_path, SECOND, *other)
    assert first.alike
    assert second.alike
    assert (first.alike == second.alike) is are_alike


def test_tests_that_may_look_at_everything_see_all_cells(tmp_path: Path) -> None:
    wanted = replace(SECOND, names=None)
    first = program(tmp_path, wanted, *work())
    second = program(tmp_path, wanted, *work("def double(x): return x + x"))
    assert first.alike != second.alike


def test_files_beside_it_count_but_not_what_the_last_cell_packed(
    tmp_path: Path,
) -> None:
    plain = program(tmp_path, FIRST, *work())
    assert program(tmp_path, FIRST, *work(), toy_zip="PK").alike == plain.alike
    assert program(tmp_path, FIRST, *work(), data_txt="1").alike != plain.alike
    opens = work("import zipfile\n" + DOUBLE)
    first = program(tmp_path, FIRST, *opens, toy_zip="1")
    assert first.alike != program(tmp_path, FIRST, *opens, toy_zip="2").alike
    # To import a module may do anything.
    first = program(tmp_path, SECOND, *work(), mine_py="")
    second = program(tmp_path, SECOND, *work(f"{DOUBLE}  # 2"), mine_py="")
    assert first.alike != second.alike
    assert first.submission.files == {"mine.py": b""}


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "toy.ipynb"
    path.write_bytes(b"{")
    with pytest.raises(SubmissionError, match="it is not JSON"):
        FIRST.read(path, "toy", Level.LIMITS)


STEPS = st.lists(
    st.one_of(
        st.builds(Step, st.text()),
        st.builds(Step, st.just(""), st.tuples(st.text(min_size=1))),
    )
)


@given(st.text(), STEPS)
def test_a_written_notebook_is_read_as_the_same_steps(
    name: str, steps: list[Step]
) -> None:
    assert read_notebook(written(name, steps)) == (name, steps)


@given(st.text())
def test_any_text_binds_names_or_may_do_something(text: str) -> None:
    assert bound(text) is None or isinstance(bound(text), set)
