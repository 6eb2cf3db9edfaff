"""No hint is false: neither for one mistake nor for two in one answer."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from homework.proof.hints import false_hints, spoken
from homework.proof.pairs import hints_of_pairs, pairs
from homework.questions.answers import answers
from homework.questions.layout import Assignment, Question
from tests.samples import small_repository

TWICE = '''"""{what}"""

CAUGHT_BY = "test_doubles_random_numbers"
HINT = "{hint}"


def double(x):
{body}
'''


@pytest.fixture
def small(tmp_path: Path) -> Assignment:
    """Return a small assignment whose graders are good enough."""
    (assignment,) = small_repository(tmp_path).assignments()
    return assignment


def write(question: Question, kind: str, name: str, text: str) -> None:
    """Add an answer to the bank."""
    (question.folder / kind / f"{name}.py").write_text(text, encoding="utf-8")


def test_each_hint_of_a_message_is_heard() -> None:
    seen = {"a": "off. Hint: look here. Hint: and there.", "b": None, "c": "off."}
    assert list(spoken(seen)) == [("a", "look here."), ("a", "and there.")]


def test_a_hint_is_true_only_where_the_answer_says_so() -> None:
    seen = {"a": "off. Hint: mind the sign.", "b": "off. Hint: square it."}
    assert list(false_hints(["the sign"], seen)) == [("b", "square it.")]
    assert list(false_hints(["the sign", "square"], seen)) == []


def test_an_answer_lists_what_is_true_of_it(small: Assignment) -> None:
    question = small.questions[0]
    text = TWICE.format(what="Three.", hint="one", body="    return 3 * x")
    write(
        question, "rejected", "three", text.replace('"one"', '"one"\nTRUE = ("two",)')
    )
    (three,) = (each for each in answers(question, "rejected") if "three" in each.name)
    assert three.ideas == ("one", "two")


def test_two_changes_that_do_not_touch_are_made_at_once(small: Assignment) -> None:
    question = small.questions[0]
    right = "    y = x * 2\n    z = y + 0\n    return z"
    body = {"first": right.replace("2", "3"), "second": right.replace("0", "7")}
    write(question, "accepted", "steps", TWICE.format(what="", hint="", body=right))
    for name, lines in body.items():
        write(question, "rejected", name, TWICE.format(what="", hint=name, body=lines))
    both = right.replace("2", "3").replace("0", "7")
    (pair,) = (each for each in pairs(question) if {"first", "second"} <= {*each.ideas})
    assert ast.unparse(ast.parse(pair.source)) == f"def double(x):\n{both}"


def test_a_false_hint_to_two_mistakes_is_named(small: Assignment) -> None:
    question = small.questions[0]
    right = "    y = x * 2\n    z = y + 0\n    return z"
    write(question, "accepted", "steps", TWICE.format(what="", hint="", body=right))
    for name, old, new in (("first", "x * 2", "abs(x) * 2"), ("second", "0", "0 * y")):
        lines = right.replace(old, new)
        write(
            question, "rejected", name, TWICE.format(what="", hint="none", body=lines)
        )
    assert hints_of_pairs(small, question).problems == []  # both make a third one
    (question.folder / "rejected" / "takes_absolute_values.py").unlink()
    found = hints_of_pairs(small, question)
    assert found.counts["paired"] == 1
    assert found.counts["false_to_pairs"] == len(found.problems) >= 1
    assert "rejected/first with rejected/second, falsely" in found.problems[-1]
