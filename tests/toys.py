"""A tiny assignment that stock Otter builds in seconds, for tests to spoil."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from homework.base.files import write_text
from homework.questions.answers import stub_source
from homework.questions.cases import read_cases
from homework.questions.cells import SOLUTION, Cell, read_cells, to_notebook
from homework.questions.layout import Assignment, Question, Repository
from homework.questions.masters import KERNEL, assemble
from tests.samples import ROOT, small_repository

NAME = "small"  # the assignment's
LEAKY_LINE = "column_means = x.sum(axis=0, keepdims=True) / x.shape[0]"

FILES = {
    "intro.py": """\
# points: 12
# %% [markdown]
# # Tables · Two questions and a sentence
#
# The notebook is worth 12 points.

# %%
import numpy as np

table = np.array([[1.0, 10.0], [3.0, 50.0]])
""",
    "q01_center/question.py": f'''\
# %% [markdown]
# ## Question 1 · Center the columns
#
# Return `x` with the mean of every column taken away.
# Then say along which axis a column's mean is taken.

# %% tags=["solution"]
def center(x):
    """Take the mean of each column away.  x: (N, D)."""
    # About two lines.
    # BEGIN SOLUTION
    # A mean over the wrong axis would empty the rows and not the columns.
    {LEAKY_LINE}
    centered = x - column_means
    # END SOLUTION
    return centered


axis_of_a_column = 0  # SOLUTION
''',
    "q01_center/tests.py": '''\
"""What a centered table obeys."""

import numpy as np

from checks import Function, assert_close, hidden, public, random_cases


@public(points=1)
def test_centers_a_small_table(center: Function) -> None:
    """center should take 2 and 30 away from the columns of the table."""
    table = np.array([[1.0, 10.0], [3.0, 50.0]])
    assert_close(center(table), [[-1.0, -20.0], [1.0, 20.0]], name="center(table)")


@hidden(points=3)
def test_every_column_sums_to_zero(center: Function) -> None:
    """center should leave columns that sum to zero, whatever their number."""
    x = random_cases("center").normal(size=(7, 4))
    assert_close(center(x).sum(axis=0) + 1.0, np.ones(4), name="1 + column sums")


@hidden(points=1)
def test_names_the_axis_of_a_column(axis_of_a_column: object) -> None:
    """axis_of_a_column should be the axis that a column's mean runs along."""
    assert axis_of_a_column == 0, "Along which axis do you walk down a column?"
''',
    "q01_center/accepted/library_mean.py": '''\
"""Lets NumPy take the mean, and repeats it for every row."""


def center(x):
    return x - np.repeat([np.mean(x, axis=0)], len(x), axis=0)


axis_of_a_column = 0
''',
    "q01_center/rejected/knows_only_the_example.py": '''\
"""Answers the public example and nothing else."""

CAUGHT_BY = "test_every_column_sums_to_zero"


def center(x):
    return x - np.array([2.0, 30.0]) if x.shape == (2, 2) else x


axis_of_a_column = 0
''',
    "q01_center/rejected/names_the_other_axis.py": '''\
"""Says axis 1."""

CAUGHT_BY = "test_names_the_axis_of_a_column"


def center(x):
    return x - x.mean(axis=0)


axis_of_a_column = 1
''',
    "q02_spread/question.py": '''\
# %% [markdown]
# ## Question 2 · The range of a column
#
# Return the largest minus the smallest entry of every column.

# %% tags=["solution"]
def spread(x):
    """Return the range of each column, (D,).  x: (N, D)."""
    # One line.
    # BEGIN SOLUTION
    return x.max(axis=0) - x.min(axis=0)
    # END SOLUTION
''',
    "q02_spread/tests.py": '''\
"""What the range of a column obeys."""

from references.spreads import trusted_spread

from checks import Function, assert_close, hidden, random_cases


@hidden(points=5)
def test_agrees_with_sorting(spread: Function) -> None:
    """spread should be the last minus the first entry of a sorted column."""
    x = random_cases("spread").normal(size=(6, 3))
    assert_close(spread(x), trusted_spread(x), name="spread(x)")
''',
    "q02_spread/rejected/uses_the_ends.py": '''\
"""Takes the last row minus the first, as if columns were sorted."""

CAUGHT_BY = "test_agrees_with_sorting"


def spread(x):
    return x[-1] - x[0]
''',
    "q03_why/question.py": """\
# manual: true
# points: 2
# %% [markdown]
# ## Question 3 · Why center?
#
# Say in one sentence what centering changes.
#
# ![A cloud of points around the origin.](figures/cloud.svg)

# %% [markdown] tags=["solution"]
# Centering moves the cloud of points onto the origin and keeps its shape.
""",
    "references/spreads.py": '''\
"""What the grader trusts."""

import numpy as np


def trusted_spread(x):
    """Return the range of every column of x: (N, D)."""
    ordered = np.sort(x, axis=0)[[0, -1]]
    return np.diff(ordered, axis=0)[0]
''',
    "figures/cloud.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    "figures/cloud.py": '"""Draws the cloud."""\n',
}


def toy(folder: Path) -> tuple[Repository, Assignment]:
    """Write the assignment with a copy of the real `checks`, and assemble it."""
    repository = small_repository(folder, FILES)
    checks = repository.assignments_folder / "checks"
    checks.unlink()
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "assignments" / "checks", checks, ignore=skipped)
    (assignment,) = repository.assignments()
    own, shared = assignment.folder / "references", checks.with_name("references")
    own.rename(shared)
    own.symlink_to(Path("..") / "references")
    assemble(assignment)
    return repository, assignment


def student_bundle(assignment: Assignment, folder: Path) -> Path:
    """Write what students get, as Otter would, but without Otter's time."""
    cells = [Cell("code", "# Initialize Otter\nimport otter")]
    cells += read_cells(assignment.intro).cells
    for question in assignment.questions:
        for cell in read_cells(question.source).cells:
            if SOLUTION not in cell.tags:
                cells.append(cell)
            elif cell.kind == "code":
                cells.append(
                    Cell("code", stub_source(question), ("otter_answer_cell",))
                )
        cells.append(Cell("code", f'grader.check("{question.name}")'))
        write_text(folder / "tests" / f"{question.name}.py", _public_tests(question))
    metadata = {"kernelspec": KERNEL, "otter": {"assignment_name": assignment.name}}
    write_notebook(folder / f"{assignment.name}.ipynb", to_notebook(cells, metadata))
    for name in ("checks", "figures"):
        scripts = shutil.ignore_patterns("*.py") if name == "figures" else None
        shutil.copytree(assignment.folder / name, folder / name, ignore=scripts)
    return folder


def _public_tests(question: Question) -> str:
    cases = read_cases(question.tests)
    return "\n\n".join(case.function_source() for case in cases if not case.hidden)


def write_notebook(path: Path, notebook: Any) -> None:
    """Write a notebook, valid or not."""
    write_text(path, json.dumps(notebook))


def read_notebook(path: Path) -> Any:
    """Read a notebook as plain values."""
    return json.loads(path.read_text(encoding="utf-8"))
