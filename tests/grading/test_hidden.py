"""Hidden tests run once, and nothing that students see at once depends on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from homework.gradescope.results import results
from homework.grading.engine import Graded
from homework.grading.orders import Times
from homework.grading.sandbox.sandbox import Level, strongest
from tests.grading_toys import case, graded, messages, passed

pytestmark = pytest.mark.slow  # each starts graders

QUICK = Times(cell=1, test=1, submission=30)
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


LEVELS = pytest.mark.parametrize(
    "level",
    [level for level in Level if level <= strongest()],
    ids=lambda level: level.name,
)


def released(
    folder: Path, numbers: str, level: Level, *, first: bool = False
) -> Graded:
    """Grade a submission that shows all it sees by tests with these hidden cases."""
    hidden = case("test_hidden", "f", HIDDEN.format(numbers))
    q1 = [hidden, PUBLIC] if first else [PUBLIC, hidden]
    path = folder / f"{len(list(folder.iterdir()))}"
    path.mkdir()
    return graded(path, {"q1": q1, "q2": [LATER]}, *SHOWS, level=level)


@LEVELS
def test_what_is_shown_does_not_depend_on_hidden_cases(
    tmp_path: Path, level: Level
) -> None:
    one, other = (
        released(tmp_path, numbers, level) for numbers in ("41, 42", "77, 78, 79")
    )
    assert passed(one) == {
        "test_public": True,
        "test_hidden": True,
        "test_later": False,
    }
    assert shown(one) == shown(other)
    assert "ValueError: [1, -1, 1]" in shown(one)
    assert "41" not in json.dumps([one.errors, messages(one)["test_later"]])
    assert shown(released(tmp_path, "55, 56", level, first=True)) == shown(one)


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


@LEVELS
def test_the_notebook_runs_once_for_both_passes(tmp_path: Path, level: Level) -> None:
    """The copy that a check left has the names of that moment, and no later ones."""
    cells = (
        "import os\nfrom tqdm import tqdm\nstate, pid = 1, os.getpid()",
        "for _ in tqdm(range(2)): pass",  # it starts a thread
        "def f(): return state, os.getpid() == pid",
        'grader.check("q1")',
        "state = 2",
        'grader.check("q2")',
        "state = 3",
    )
    body = "assert f() == ({}, {})"
    questions = {
        f"q{number}": [
            case(
                f"test_{kind}_{number}",
                "f",
                body.format(number, not kind),
                hidden=kind,
            )
            for kind in (False, True)
        ]
        for number in (1, 2, 3)
    }
    result = graded(tmp_path, questions, *cells, level=level)
    assert set(messages(result).values()) == {""}


@pytest.mark.parametrize(
    "cell",
    [
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=[9], daemon=True).start()",
        "open('written.txt', 'w').write('x')",
        "import os\nos.fork = None",
        "import os\nos.closerange(5, 60)",
    ],
)
def test_hidden_tests_run_where_no_copy_can_answer(tmp_path: Path, cell: str) -> None:
    cells = ("def f(n): return n + 1", 'grader.check("q1")', cell, 'grader.check("q1")')
    hidden = case("test_hidden", "f", "assert f(3) == 4")
    result = graded(tmp_path, {"q1": [PUBLIC, hidden]}, *cells, cell)
    assert passed(result) == {"test_public": True, "test_hidden": True}


def test_a_crash_of_a_copy_costs_its_own_test(tmp_path: Path) -> None:
    source = "import os\ndef f(n): return n + 1 if n < 10 else os._exit(0)"
    cases = [
        case("test_crash", "f", "f(10)"),
        PUBLIC,
        case("test_hidden", "f", "assert f(3) == 4"),
    ]
    other = [case("test_other", "f", "assert f(4) == 5")]
    result = graded(tmp_path, {"q1": cases, "q2": other}, source)
    assert passed(result) == {
        "test_crash": False,
        "test_public": True,
        "test_hidden": True,
        "test_other": True,
    }
    assert "the code ended its process" in messages(result)["test_crash"]


@pytest.mark.parametrize("end", ["os._exit(0)", "time.sleep(99)", "os.kill(0, 9)"])
def test_a_test_that_has_complained_is_not_run_again(tmp_path: Path, end: str) -> None:
    source = f"import os, time\ndef f(n): return n if n < 10 else {end}"
    body = """
        try:
            assert f(3) == 4, "it gives another number"
        except AssertionError:
            f(10)  # a hint is sought
            raise
    """
    other = [case("test_other", "f", "assert f(4) == 4")]
    questions = {"q1": [case("test_hinted", "f", body)], "q2": other}
    result = graded(tmp_path, questions, source, times=QUICK)
    assert passed(result) == {"test_hinted": False, "test_other": True}
    assert messages(result)["test_hinted"] == "AssertionError: it gives another number"


NO_COPIES = """
    import os, threading, time
    def refuse(): raise OSError("no copies")
    os.fork = refuse
    threading.Thread(target=time.sleep, args=[999], daemon=True).start()
"""
LENT = """
    own, env["f"] = env["f"], lambda n: n + 1
    try:
        assert g() == 4
    finally:
        env["f"] = own
"""


def test_what_a_later_question_lends_answers_no_earlier_one(tmp_path: Path) -> None:
    questions = {
        "q1": [PUBLIC, case("test_hidden", "f", "assert f(3) == 4")],
        "q2": [case("test_lent", "g, env", LENT)],
    }
    asks = ("kept = {1: 2}\ndef f(n): return kept.get(n)", 'grader.check("q1")')
    keeps = ("def g():\n    kept[3] = f(3)\n    return kept[3]", 'grader.check("q2")')
    again = ('grader.check("q1")',)
    learnt = graded(tmp_path, questions, NO_COPIES, *asks, *keeps, *again)
    assert passed(learnt) == {
        "test_public": True,
        "test_hidden": False,
        "test_lent": True,
    }
    right = ("def f(n): return n + 1\ndef g(): return f(3)",)
    order = ('grader.check("q2")', 'grader.check("q1")')
    honest = graded(tmp_path, questions, NO_COPIES, *right, *order)
    assert all(passed(honest).values())
