"""A small repository that breaks no law, for tests to break."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

from homework.questions.layout import Assignment, Repository

ROOT = Path(__file__).parent.parent

FILES = {
    "intro.py": """\
# points: 8
# %% [markdown]
# # Small numbers · Twice is enough
#
# Two questions, worth 8 points.

# %%
import numpy as np

rng = np.random.default_rng(1)
""",
    "q01_double/question.py": '''\
# rows: K1, K2
# %% [markdown]
# ## Question 1 · Double
#
# Write `double(x)`, so that $y = 2x$.

# %% tags=["otter_ignore"]
print("a cell that grading skips")


# %% tags=["solution"]
def double(x):
    """Return twice x, in the shape of x: (N,)."""
    # One line.
    # BEGIN SOLUTION
    return 2 * x
    # END SOLUTION
''',
    "q01_double/after.py": """\
# %%
four = double(2)
""",
    "q01_double/tests.py": '''\
"""What a correct `double` must do."""

import numpy as np
from checks import Function, assert_close, hidden, public, random_cases


@public(points=1)
def test_doubles_three(double: Function) -> None:
    """double should make 6 of 3."""
    assert_close(double(np.array([3.0])), [6.0], name="double([3])")


@hidden(points=2.5)
def test_doubles_whatever_comes(double: Function) -> None:
    """double should double numbers of both signs."""
    x = random_cases("double").normal(size=5) - 1
    assert_close(double(x), x + x, name="double(x)", hint="both signs count.")
''',
    "q01_double/accepted/adds.py": '''\
"""Adds x to itself."""


def double(x):
    return x + x
''',
    "q01_double/rejected/takes_absolute_values.py": '''\
"""Forgets the sign."""

CAUGHT_BY = "test_doubles_whatever_comes"
HINT = "both signs"


def double(x):
    return 2 * abs(x)
''',
    "q02_opinion/question.py": """\
# collects: explain
# manual: true
# points: 4.5
# %% [markdown]
# ## Question 2 · Opinion
#
# Is twice enough?

# %% [markdown] tags=["solution"]
# It is.
#
# - 4.5 points: says that it is.
""",
    "q02_opinion/rejected/denies_it.md": "Earns 0 of 4.5: it is.\n\nIt is not.\n",
    "q02_opinion/rejected/doubts_it.md": "Earns 1 of 4.5: no word.\n\nPerhaps.\n",
    "closing.py": """\
# %% [markdown]
# ## What you built
#
# A function.
""",
}


def small_repository(root: Path, files: dict[str, str] = FILES) -> Repository:
    """Write the repository, with one assignment called `small`."""
    folder = root / "assignments" / "small"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "otter_config.json", root)
    (root / "assignments" / "checks").symlink_to(ROOT / "assignments" / "checks")
    (folder / "checks").symlink_to(Path("..") / "checks")
    return Repository(root)


def small_assignment(root: Path) -> Assignment:
    """Write the repository and return its assignment."""
    (assignment,) = small_repository(root).assignments()
    return assignment


def replace(path: Path, old: str, new: str) -> int:
    """Replace the one occurrence of a text; return the number of its first line."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def on_one_line(text: str) -> str:
    """Undo the breaks between words that what is printed has."""
    return re.sub(r"\s+", " ", text)


def save_as_jupyterlab(path: Path, *, old: str = "", new: str = "") -> None:
    """Do to a notebook what JupyterLab does when it saves: all noise, one edit."""
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    notebook["nbformat_minor"] = 5
    notebook["metadata"]["language_info"]["version"] = "3.11.7"
    notebook["metadata"]["widgets"] = {"state": {}}
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"cell-{number}"
        cell["metadata"]["editable"] = True
        source = cell["source"].replace(old, new) if old else cell["source"]
        cell["source"] = source.splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
            cell["metadata"]["execution"] = {"iopub.status.idle": "2030-01-01"}
            cell["outputs"] = [
                {"name": "stdout", "output_type": "stream", "text": ["some output\n"]}
            ]
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder, links left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(up.is_symlink() for up in (path, *path.parents))
    }
