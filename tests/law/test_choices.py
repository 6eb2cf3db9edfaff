"""A right letter is told neither by its length nor by an example."""

from __future__ import annotations

from pathlib import Path

import pytest

from homework.law.choices import choices
from homework.questions.layout import Assignment, Repository
from tests.samples import ROOT, replace, small_assignment

RIGHT = "it moves along with its input"
OPTIONS = f"""\
# %% [markdown]
# - **A** it stays
# - **B** {RIGHT}
# - **C**: it stays where it was

"""


def _with_options(
    tmp_path: Path, key: str, wrong: str = "it stays where it was"
) -> Assignment:
    assignment = small_assignment(tmp_path)
    source = assignment.questions[0].source
    listed = OPTIONS.replace("it stays where it was", wrong)
    replace(
        source,
        '# %% tags=["solution"]\n',
        f'{listed}# %% tags=["solution"]\nmoves = "{key}"  # SOLUTION\n',
    )
    return assignment


@pytest.mark.parametrize("key", ["B", "AB"])
def test_a_right_option_that_is_the_longest_is_named(tmp_path: Path, key: str) -> None:
    question = _with_options(tmp_path, key).questions[0]
    (complaint,) = choices(question)
    lines = question.source.read_text(encoding="utf-8").splitlines()
    assert f":{lines.index(f'# - **B** {RIGHT}') + 1}" in str(complaint)
    assert "option B is right for moves, and longer than all others" in str(complaint)


def test_a_wrong_option_may_be_the_longest(tmp_path: Path) -> None:
    assert list(choices(_with_options(tmp_path, "A").questions[0])) == []


def test_a_wrong_option_of_the_same_length_hides_it(tmp_path: Path) -> None:
    other = _with_options(tmp_path, "B", "x" * len(RIGHT))
    assert list(choices(other.questions[0])) == []


def test_letters_of_a_picture_have_no_length(tmp_path: Path) -> None:
    assignment = _with_options(tmp_path, "B")
    replace(assignment.questions[0].source, "# - **A** it stays\n", "")
    assert list(choices(assignment.questions[0])) == []


def test_no_question_of_the_course_tells_its_letter_by_length() -> None:
    repository = Repository.find(ROOT)
    told = [
        complaint
        for assignment in repository.assignments()
        for question in assignment.questions
        for complaint in choices(question)
    ]
    assert told == []


@pytest.mark.parametrize(("example", "tells"), [("AD", True), ("XY", False)])
def test_an_example_is_not_made_of_letters_to_choose_from(
    tmp_path: Path, example: str, *, tells: bool
) -> None:
    question = _with_options(tmp_path, "A").questions[0]
    replace(
        question.source, "# - **A**", f'# Letters such as `"{example}"`.\n# - **A**'
    )
    said = [str(complaint) for complaint in choices(question)]
    assert any(
        f'the example "{example}" is made of letters' in one for one in said
    ) == (tells)
