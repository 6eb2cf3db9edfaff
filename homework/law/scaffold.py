"""Make the folder of a new question or assignment, for its author to finish.

What is made works: the solution passes, the stub fails, the wrong answer is caught.
Every place that still holds the scaffold's words is marked, and `homework check`
names it until it is written.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.law.repository import NAME, UNFINISHED
from homework.questions.layout import SHARED_FOLDERS, Assignment, Question, Repository

NUMBERED = re.compile(r"q\d")

QUESTION_FILES = {
    "question.py": '''\
# %% [markdown]
# ## Question $number · $title
#
# $todo why it matters, in one or two sentences.
#
# $todo the task, its conventions and its shapes, such as
#
# $$$$\\text{$noun}(x) = x^2 .$$$$
#
# **For example**, $todo a tiny worked example with numbers; here 3 becomes 9.

# %% tags=["solution"]
def $noun(x):
    """$todo what it returns, with shapes: x: (N, D). Returns (N, D)."""
    # $todo what to do here, and how long it is, such as: about one line.
    # BEGIN SOLUTION
    return x**2
    # END SOLUTION
''',
    "tests.py": '''\
"""$todo what a correct `$noun` must do."""

import numpy as np
from checks import Function, assert_close, hidden, public, random_cases


@public(points=1)
def test_gives_the_worked_example($noun: Function) -> None:
    """$noun should $todo give the worked example."""
    assert_close($noun(np.array([[3.0]])), [[9.0]], name="$noun([[3]])")


@hidden(points=2)
def test_holds_for_random_cases($noun: Function) -> None:
    """$noun should $todo state the law that this test checks."""
    x = random_cases("$noun").normal(size=(4, 3))
    assert_close($noun(x), x * x, name="$noun(x)")
''',
    "accepted/multiplies.py": '''\
"""$todo how this right answer differs, and rename the file after it."""


def $noun(x):
    return x * x
''',
    "rejected/triples.py": '''\
"""$todo what the mistake is, and rename the file after it."""

CAUGHT_BY = "test_holds_for_random_cases"


def $noun(x):
    return 3 * x
''',
}

INTRO = """\
# %% [markdown]
# # $title · $todo a promise
#
# $todo what the assignment is about, in two sentences.
#
# **You will**
#
# - $todo the first goal,
# - $todo the second goal,
# - $todo the third goal.
#
# $todo how many hours to plan.
# The notebook is worth 100 points.
# $todo what it does not cover.

# %%
import numpy as np

rng = np.random.default_rng(1)
"""


def new_question(assignment: Assignment, noun: str) -> Question:
    """Make the next question of an assignment.

    A shared question at the end, such as the one on process, stays the last.

    Raises:
        HomeworkError: when the name cannot be one, or is taken.

    """
    _demand_name(assignment.folder / noun, noun)
    if noun in {question.name.partition("_")[2] for question in assignment.questions}:
        raise HomeworkError(
            assignment.folder,
            f"has a question '{noun}' already.",
            "Choose another name.",
        )
    number = len(assignment.questions) + 1
    last = assignment.questions[-1].folder if assignment.questions else None
    if last is not None and last.is_symlink():
        last.rename(last.with_name(f"q{number:02d}_{last.name.partition('_')[2]}"))
        number -= 1
    question = Question(assignment.folder / f"q{number:02d}_{noun}")
    words = {"number": str(number), "noun": noun, "title": _title(noun)}
    for name, text in QUESTION_FILES.items():
        _write(question.folder / name, text, words)
    return question


def new_assignment(repository: Repository, name: str) -> Assignment:
    """Make an assignment without questions.

    Raises:
        HomeworkError: when the name cannot be one, or is taken.

    """
    folder = repository.assignments_folder / name
    _demand_name(folder, name)
    if folder.exists():
        raise HomeworkError(
            folder, "exists already.", f"Add to it: `homework new {name} QUESTION`."
        )
    _write(folder / "intro.py", INTRO, {"title": _title(name)})
    for shared in SHARED_FOLDERS:
        if (repository.assignments_folder / shared).is_dir():
            (folder / shared).symlink_to(Path("..") / shared)
    process = repository.assignments_folder / "process"
    if process.is_dir():
        (folder / "q01_process").symlink_to(Path("..") / "process")
    return Assignment(folder)


def _demand_name(where: Path, name: str) -> None:
    if not NAME.fullmatch(name) or NUMBERED.match(name):
        raise HomeworkError(
            where,
            f"cannot be made: '{name}' is not a name in lower_case_with_underscores.",
            "Choose one such as layernorm_forward, without a number.",
        )


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _write(path: Path, text: str, words: dict[str, str]) -> None:
    write_text(path, Template(text).substitute(words, todo=UNFINISHED))
