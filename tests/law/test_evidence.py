"""Every answer in the repository gets the verdict that its folder promises.

`homework prove` asks for more, under many seeds, and keeps a record of what it found;
here every answer is graded now, on this machine.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from homework.law.evidence import weigh
from homework.questions.layout import Assignment, Question, Repository

pytestmark = pytest.mark.slow  # all answers of all questions

AUTOGRADED = [
    pytest.param(assignment, question, id=f"{assignment.name}/{question.name}")
    for assignment in Repository.find(Path(__file__)).assignments()
    for question in assignment.questions
    if question.tests.exists()
]


@pytest.mark.parametrize(("assignment", "question"), AUTOGRADED)
def test_right_answers_pass_and_wrong_ones_are_caught_with_their_hints(
    assignment: Assignment, question: Question
) -> None:
    assert [str(complaint) for complaint in weigh(assignment, question)] == []
