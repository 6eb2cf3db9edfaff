"""Tests carried over from another autograder compare what a notebook shows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from checks import Notebook
from checks.carried import (
    assert_answered,
    assert_holds,
    assert_shows,
    outcome,
    run_there,
)


@pytest.mark.parametrize(
    ("value", "shows"),
    [
        (np.float64(1.5), "1.5"),
        (1.5, "np.float64(1.5)"),
        (0.1 + 0.2, "0.3"),
        ([1, 2], "[1,\n 2]"),
        ({"b": 1, "a": 2}, "{'a': 2, 'b': 1}"),
        (np.array([1, 2]), "array([1,  2])"),
        (np.True_, "True"),
    ],
)
def test_spacing_and_wrappers_and_last_digits_do_not_count(
    value: object, shows: str
) -> None:
    assert_shows(value, shows)


@pytest.mark.parametrize(
    ("value", "shows"),
    [(1, "2"), (1.5, "1.6"), ([1, 2], "[2, 1]"), ("a", "a"), (None, "1")],
)
def test_other_values_are_told_and_the_right_one_is_not(
    value: object, shows: str
) -> None:
    with pytest.raises(AssertionError, match="is not what it should show") as caught:
        assert_shows(value, shows)
    assert f"'{value!r}'".replace("''a''", "\"'a'\"") in str(caught.value)


def test_only_false_does_not_hold() -> None:
    for right in (True, None, 0, "", np.True_):
        assert_holds(right)
    for value in (False, np.False_):
        with pytest.raises(AssertionError, match="this is False"):
            assert_holds(value)


def test_an_ellipsis_is_no_answer() -> None:
    assert_answered(x=0, y="")
    with pytest.raises(AssertionError, match=r"x is still \.\.\."):
        assert_answered(x=...)
    with pytest.raises(AssertionError, match="x is not defined"):
        assert_answered(x=None)


@pytest.mark.parametrize(
    ("source", "shows", "said"),
    [
        ("x == 3", "True", ""),
        ("    y = x + 1\n    y", "4", ""),
        ("print(x)\nx", "3\n3", ""),
        ("x == 4", "", "this is False, and should be True"),
        ("assert x == 4, 'no'", "", "no"),
        ("assert x == 4", "", "an assert failed"),
        ("z", "", "NameError: name 'z' is not defined"),
        ("x", "4", "it shows '3', which is not what it should show"),
    ],
)
def test_a_test_runs_among_the_notebooks_names(
    source: str, shows: str, said: str
) -> None:
    names: dict[str, Any] = {"x": 3}
    assert outcome(source, shows, [], names) == said
    assert names == {"x": 3}
    notebook = Notebook("env", names)
    if said:
        with pytest.raises(AssertionError) as caught:
            run_there(notebook, source, shows)
        assert str(caught.value) == said
    else:
        run_there(notebook, source, shows, answers=["x"])
