"""A grader tells results in one form; whatever else it says ends it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework.grading.events import EventError, read_event
from homework.grading.sandbox.sandbox import Level
from tests.grading_toys import case, graded

WORTH = {"q1": 2.0}
ROW = {
    "name": "test_one",
    "label": "q1 - 1",
    "points": 2,
    "hidden": True,
    "passed": True,
    "sentence": "It should be one.",
    "message": "",
    "seconds": 0.1,
}
QUESTION = {"name": "q1", "score": 2, "possible": 2, "tests": [ROW]}


def read(event: Any) -> dict[str, Any]:
    return read_event(json.dumps(event).encode(), WORTH)


def test_results_come_through() -> None:
    event = {"question": QUESTION, "leaderboard": {"read": 91.5}}
    assert read(event) == event
    errors = [{"cell": 3, "error": "ValueError: no"}]
    event = {"status": "graded", "errors": errors, "layers": ["limits"]}
    assert read(event) == event


@pytest.mark.parametrize(("said", "kept"), [(5, 2), (2, 2), (-1, 0), (1.5, 1.5)])
def test_a_score_is_at_most_what_the_question_is_worth(
    said: float, kept: float
) -> None:
    told = read({"question": {**QUESTION, "score": said, "possible": 99}})["question"]
    assert (told["score"], told["possible"]) == (kept, 2)


NONSENSE: list[Any] = [
    [],
    None,
    {"process": 1},
    {"status": 1},
    {"layers": "limits"},
    {"layers": ["x"] * 21},
    {"errors": [{"cell": True, "error": ""}]},
    {"errors": [{"cell": 1, "error": "", "more": ""}]},
    {"leaderboard": {"read": "91.5"}},
    {"leaderboard": {"read": float("nan")}},
    {"leaderboard": {"read": 10**400}},
    {"question": {**QUESTION, "name": "q2"}},
    {"question": {**QUESTION, "name": ["q1"]}},
    {"question": {**QUESTION, "score": float("inf")}},
    {"question": {**QUESTION, "tests": [{**ROW, "passed": 1}]}},
    {"question": {**QUESTION, "tests": [{}]}},
]


@pytest.mark.parametrize("event", NONSENSE)
def test_nothing_else_does(event: Any) -> None:
    with pytest.raises(EventError):
        read(event)


def test_deep_json_is_no_event() -> None:
    with pytest.raises(EventError, match="not JSON"):
        read_event(b"[" * 100_000, WORTH)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_an_event_or_an_error(line: bytes) -> None:
    try:
        assert read_event(line, WORTH) == {}
    except EventError:
        return


@given(st.text(st.characters(), max_size=50))
def test_texts_can_be_written_anywhere(text: str) -> None:
    told = read({"status": text})["status"]
    assert "\0" not in told.encode().decode()
    assert told == text or "\\" in told


def test_half_a_character_is_seen_as_such() -> None:
    assert read({"status": "a\ud800\0b"}) == {"status": "a\\ud800\\x00b"}


TAKEN_OVER = """
import os, json
for number in range(3, 60):
    try:
        os.write(number, json.dumps(SAID).encode() + b"\\n")
    except OSError:
        pass
"""


@pytest.mark.parametrize("said", [{"process": 1}, {"status": ["graded"]}, [1]])
def test_a_grader_that_tells_nonsense_has_no_score(tmp_path: Path, said: Any) -> None:
    body = f"SAID = {said!r}" + TAKEN_OVER
    questions = {"q1": [case("test_one", "", body)]}
    result = graded(tmp_path, questions, "x = 1", level=Level.LIMITS)
    assert result.status.startswith("not graded: the grader told nonsense: ")
    assert not result.questions


def test_a_grader_that_was_taken_over_cannot_say_more_than_its_tests_are_worth(
    tmp_path: Path,
) -> None:
    row = {**ROW, "name": "test_one", "label": "x"}
    said = {"question": {"name": "q1", "score": 99, "possible": 99, "tests": [row]}}
    body = f"SAID = json.loads({json.dumps(said)!r})" + TAKEN_OVER
    questions = {"q1": [case("test_one", "", "import json\n" + body)]}
    result = graded(tmp_path, questions, "x = 1", level=Level.LIMITS)
    assert result.score <= result.possible == 1
