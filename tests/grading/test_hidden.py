"""Hidden tests run once, and nothing that students see at once depends on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from homework.gradescope.results import results
from homework.grading.engine import Graded
from tests.grading_toys import case, graded, messages, passed

PUBLIC = case("test_public", "f", "assert f(1) == 2", hidden=False)
HIDDEN = "for number in ({}): f(number)\nassert f(3) == 4"
LATER = case("test_later", "g, env", "assert g() == 1, env['seen']", hidden=False)
# Stores whatever it is called with, in every way it can, and shows it everywhere.
SHOWS = (
    """
        import os, sys, mmap, threading
        seen, shared = [], mmap.mmap(-1, 4096)
        def tell(number):
            seen.append(number)
            shared.write(b"%d," % number)
            with open("seen.txt", "a") as kept: kept.write(f"{number},")
        def look():
            kept = open("seen.txt").read() if os.path.exists("seen.txt") else ""
            return f"{seen} {kept} {shared[:40]}"
        def f(number):
            tell(number)
            return number + 1
    """,
    'grader.check("q1")',
    "raise type('Saw' + '_'.join(map(str, seen)), (Exception,), {})(look())",
    "seen.append(-1)\ndef g(): raise ValueError(look())",
    'grader.check("q1")\ngrader.check("q2")',
    "print(look())\nraise KeyError(look())",
    "os.fork = lambda: 0\nos._exit = lambda status: None",
)


def shown(result: Graded) -> str:
    """Return what students see before grades are published."""
    made = results({"toy": result}, {})
    entries = [
        {**entry, "extra_data": {}}
        for entry in made["tests"]
        if entry["visibility"] == "visible"
    ]
    return json.dumps([made["output"], entries], sort_keys=True)


def released(folder: Path, numbers: str, *, first: bool = False) -> Graded:
    """Grade a submission that shows all it sees by tests with these hidden cases."""
    hidden = case("test_hidden", "f", HIDDEN.format(numbers))
    q1 = [hidden, PUBLIC] if first else [PUBLIC, hidden]
    path = folder / f"{len(list(folder.iterdir()))}"
    path.mkdir()
    return graded(path, {"q1": q1, "q2": [LATER]}, *SHOWS)


def test_what_is_shown_does_not_depend_on_hidden_cases(tmp_path: Path) -> None:
    one, other = (released(tmp_path, numbers) for numbers in ("41, 42", "77, 78, 79"))
    assert passed(one) == {
        "test_public": True,
        "test_hidden": True,
        "test_later": False,
    }
    assert shown(one) == shown(other)
    assert "ValueError: [1, -1, 1]" in shown(one)
    assert "41" not in json.dumps([one.errors, messages(one)["test_later"]])
    assert shown(released(tmp_path, "55, 56", first=True)) == shown(one)


@pytest.mark.parametrize("checks", [0, 1, 3, 4])
def test_hidden_tests_run_once_at_the_check_that_counts(
    tmp_path: Path, checks: int
) -> None:
    """A hidden test that fails early would tell in each run which answer is right."""
    tries = "tried = 0\ndef f():\n    global tried\n    tried += 1\n    return tried"
    hidden = case("test_hidden", "f", "assert f() == 1")
    check, last = 'grader.check("q1")', "def f(): return 5"
    result = graded(tmp_path, {"q1": [hidden]}, tries, *[check] * checks, last)
    assert passed(result) == {"test_hidden": checks in (1, 3)}
