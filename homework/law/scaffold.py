"""Make the folder of a new question or assignment, for its author to finish.

What is made works: the solution passes, the stub fails, the wrong answer is caught.
Every place that still holds the scaffold's words is marked, and `homework check`
names it until it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.law.repository import NAME, UNFINISHED
from homework.questions.layout import SHARED_FOLDERS, Assignment, Question, Repository

NUMBERED = re.compile(r"q\d")
HEADING = re.compile(r"^(# #+ Question )\d+", re.MULTILINE)

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

WRITTEN_FILES = {
    "question.py": """\
# collects: explain
# manual: true
# points: 4
# %% [markdown]
# ## Question $number · $title
#
# $todo what to explain, in how many sentences, and which numbers to quote.

# %% [markdown] tags=["solution"]
# $todo a model answer, in two to six sentences.
#
# **Points.**
#
# - 2 points: $todo the first idea.
# - 2 points: $todo the second idea.
""",
    "rejected/names_no_reason.md": """\
Earns 2 of 4: $todo what it has and what it lacks.

$todo a wrong answer, as a student writes it, and rename the file after its mistake.
""",
    "rejected/misses_both_ideas.md": """\
Earns 0 of 4: $todo what it has and what it lacks.

$todo another wrong answer, and rename the file after its mistake.
""",
}

INTRO = """\
# packages: [numpy, matplotlib]
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
# Your answers may import numpy, matplotlib and what comes with Python.

# %%
import numpy as np

rng = np.random.default_rng(1)
"""


@dataclass(frozen=True)
class Made:
    """A new question, and which folders have another number now: (old, new)."""

    question: Question
    renamed: tuple[tuple[str, str], ...]


def new_question(
    assignment: Assignment,
    noun: str,
    *,
    after: str = "",
    manual: bool = False,
    draft: bool = False,
) -> Made:
    """Make a question; those behind it get the next numbers.

    Args:
        assignment: which is to have it.
        noun: what it asks for, which names its folder.
        after: the question that it follows, by name or number such as ``q03``; by
            default the last one, but for a shared one such as that on process.
        manual: whether a person grades it.
        draft: whether its proof may wait.

    Raises:
        HomeworkError: when the name cannot be one or is taken, or when there is no
            question to follow.

    """
    _demand_name(assignment.folder / noun, noun)
    if noun in {question.name.partition("_")[2] for question in assignment.questions}:
        raise HomeworkError(
            assignment.folder,
            f"has a question '{noun}' already.",
            "Choose another name.",
        )
    number = _place(assignment, after) + 1
    renamed = []
    for question in reversed(assignment.questions[number - 1 :]):
        renamed.append((question.name, _move_up(question)))
    question = Question(assignment.folder / f"q{number:02d}_{noun}")
    words = {"number": str(number), "noun": noun, "title": _title(noun)}
    for name, text in (WRITTEN_FILES if manual else QUESTION_FILES).items():
        setting = "# draft: true\n" if draft and name == "question.py" else ""
        _write(question.folder / name, setting + text, words)
    return Made(question, tuple(reversed(renamed)))


def _move_up(question: Question) -> str:
    """Give a question the next number, in its heading too; return its new name."""
    place = int(question.name[1:3]) + 1
    new = question.folder.with_name(f"q{place:02d}_{question.name.partition('_')[2]}")
    question.folder.rename(new)
    if not new.is_symlink():
        source = Question(new).source
        text = source.read_text(encoding="utf-8")
        write_text(source, HEADING.sub(rf"\g<1>{place}", text, count=1))
    return new.name


def _place(assignment: Assignment, after: str) -> int:
    """Return the number of the question that a new one follows; 0 for none."""
    questions = assignment.questions
    if not after:
        shared = bool(questions) and questions[-1].folder.is_symlink()
        return len(questions) - shared
    for place, question in enumerate(questions, start=1):
        if after in (question.name, question.name.partition("_")[0]):
            return place
    known = ", ".join(question.name for question in questions)
    raise HomeworkError(
        assignment.folder, f"has no question '{after}'.", f"It has: {known}."
    )


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
