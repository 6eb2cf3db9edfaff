"""Every attack on the grader, handed in and graded: none gains or spoils a thing.

`python -m tests.attacked SEALED NAME` tries one alone and prints what it came to.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Sequence

import pytest

if sys.platform != "linux":
    pytest.skip("the sandbox is made of Linux's own parts", allow_module_level=True)

from homework.gradescope import stand_in
from homework.grading.engine import Graded
from homework.grading.sandbox.sandbox import Level, strongest
from tests.attacked import (
    NAIVE,
    NEEDS_KERNEL,
    NEEDS_NOTHING,
    REAL,
    ROOT,
    Attack,
    attacks,
    complaints,
    honest_answers,
    plant,
    try_all,
)

FEWEST = 160
LEVELS = (Level.SEALED, Level.LIMITS, Level.FENCED)  # the long ones apart


def test_there_are_many_attacks_and_each_says_its_idea() -> None:
    found = attacks()
    assert len(found) >= FEWEST
    ideas = [attack.idea for attack in found]
    assert all(idea.endswith(".") and "\n" not in idea for idea in ideas)
    assert len(set(ideas)) == len(ideas)


@pytest.mark.parametrize("attack", attacks(), ids=lambda attack: attack.name)
def test_an_attack_says_what_it_needs_and_shows(attack: Attack) -> None:
    assert attack.needs in (NEEDS_KERNEL, NEEDS_NOTHING)
    assert attack.seen
    assert attack.hand_in or attack.question in (*REAL, *NAIVE)
    for cell in attack.cells:
        ast.parse(cell)


def test_every_honest_answer_is_there() -> None:
    assert sorted(honest_answers()) == sorted((*REAL, *NAIVE))


def test_secrets_are_planted_in_hidden_tests_and_references_only() -> None:
    hidden = "@test_case(hidden=True)\ndef test_it(f):\n    assert f()\n"
    assert 'planted = "CANARYtest-00"' in plant("tests/q1.py", hidden, "00")
    public = hidden.replace("True", "False")
    assert plant("tests/q1.py", public, "00") == public
    assert "CANARYreference-00" in plant("files/references/a.py", "x = 1\n", "00")
    assert plant("files/checks/dropout.py", "x = 1\n", "00") == "x = 1\n"


def made(score: float, message: str = "", **others: float) -> Graded:
    """Return a submission as if it was graded."""
    tests = [{"message": message}]
    questions = {
        name: {"name": name, "score": points, "possible": 9, "tests": tests}
        for name, points in {"q": score, **others}.items()
    }
    return Graded("x", "graded", questions)


ATTACK = Attack("x", "An idea.", NEEDS_NOTHING, "seen", "q")


@pytest.mark.parametrize(
    ("graded", "complaint"),
    [
        (made(0, "seen", other=5), None),
        (made(1, "seen", other=5), "got 1 for q"),
        (made(0, "seen", other=4), "got 4 for other"),
        (made(0, "seen CANARYtest-0f", other=5), "saw CANARYtest-0f"),
        (made(0, "seen"), "was graded on"),
        (made(0, "", other=5), "did not come to"),
        (Graded("x", "not graded: seen"), "has the status"),
    ],
)
def test_whatever_an_attack_gains_is_noticed(
    graded: Graded, complaint: str | None
) -> None:
    said = list(complaints(ATTACK, graded, {"q": 9, "other": 5}, {"q": 0, "other": 0}))
    assert bool(said) == (complaint is not None)
    assert complaint is None or complaint in said[0]


def try_in_a_container(chosen: Sequence[Attack], level: Level) -> int:
    """Try attacks with the privileges of a container; complaints are printed."""
    command = [sys.executable, "-m", "tests.attacked", level.name]
    return subprocess.run(
        [*command, *(attack.name for attack in chosen)],
        cwd=ROOT,
        check=False,
        preexec_fn=stand_in.drop_privileges,
    ).returncode


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
def test_no_attack_gains_anything(level: Level) -> None:
    """Try all on the strongest level, and on the others what is theirs.

    FENCED is what a container gives: there, those whose defence needs the kernel, with
    the privileges of Gradescope's. On LIMITS, those whose defence does not.
    """
    if level > strongest():
        pytest.skip(f"{level.name} cannot be had here")
    chosen = attacks()
    if level is not strongest():
        needs = NEEDS_NOTHING if level is Level.LIMITS else NEEDS_KERNEL
        chosen = [attack for attack in chosen if attack.needs == needs]
    if level is Level.FENCED:
        assert try_in_a_container(chosen, level) == 0
        return
    outcome = try_all(chosen, level)
    print(f"{len(chosen)} of {len(attacks())} attacks on {level.name}")  # noqa: T201
    print("layers:", ", ".join(outcome.layers))  # noqa: T201
    print(*(attack.name for attack in chosen), sep="\n")  # noqa: T201
    assert outcome.complaints == []
