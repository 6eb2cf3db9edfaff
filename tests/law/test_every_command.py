"""Whatever a file holds, no command ends in a traceback or names the whole path."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from homework.cli import main
from homework.questions.masters import assemble
from tests.samples import ROOT, replace, small_repository

Fault = Callable[[Path], object]

ASSIGNMENT = "assignments/small"
DOUBLE = f"{ASSIGNMENT}/q01_double"
OPINION = f"{ASSIGNMENT}/q02_opinion"
WRONG = f"{DOUBLE}/rejected/takes_absolute_values.py"
NOT_UTF8 = b"\xff"


def _put(name: str, content: str | bytes) -> Fault:
    def plant(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return plant


def _edit(name: str, old: str, new: str) -> Fault:
    return lambda root: replace(root / name, old, new)


def _folder(name: str) -> Fault:
    """Put a folder in the place of a file."""

    def plant(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).mkdir()

    return plant


def _settings(text: str) -> Fault:
    return _edit(f"{ASSIGNMENT}/intro.py", "# points: 8\n", text)


# The fault, and the file with its line that a command has to name.
FAULTS: dict[str, tuple[Fault, str]] = {
    "toml": (_put("homework.toml", "[rows\n"), "homework.toml: is not TOML"),
    "toml_bytes": (_put("homework.toml", NOT_UTF8), "homework.toml: is not UTF-8"),
    "rows": (
        _put("homework.toml", "[rows]\nK = 'two'\n"),
        "homework.toml:1: has [rows]",
    ),
    "no_rows": (_put("homework.toml", "rows = 3\n"), "homework.toml:1: has [rows]"),
    "homeworks": (_put("homework.toml", "[homeworks]\nx = 3\n"), "homework.toml"),
    "student": (_put("homework.toml", "student = 3\n"), ""),
    "otter": (_put("otter_config.json", "{"), "otter_config.json: is not JSON"),
    "otter_list": (_put("otter_config.json", "[]"), "otter_config.json:1: is not set"),
    "samples": (
        _put("tests/submissions/small.toml", "[["),
        "small.toml: does not desc",
    ),
    "samples_odd": (_put("tests/submissions/small.toml", "a = 3"), "does not describe"),
    "question": (_put(f"{DOUBLE}/question.py", NOT_UTF8), "question.py: is not UTF-8"),
    "tests": (_put(f"{DOUBLE}/tests.py", NOT_UTF8), f"{DOUBLE}/tests.py: is not UTF-8"),
    "tests_nul": (
        _put(f"{DOUBLE}/tests.py", "\nx = '\0'\n"),
        "tests.py:2: is not Pyth",
    ),
    "tests_word": (
        _put(f"{DOUBLE}/tests.py", "def f(:\n"),
        "tests.py:1: is not Python",
    ),
    "points": (
        _edit(f"{DOUBLE}/tests.py", "=2.5", "=ten"),
        "tests.py:14: test 'test_d",
    ),
    "accepted": (_put(f"{DOUBLE}/accepted/adds.py", NOT_UTF8), "adds.py: is not UTF-8"),
    "rejected": (_put(WRONG, '"""x."""\ndef f(:\n'), f"{WRONG}:2: is not Python"),
    "caught_by": (_edit(WRONG, '"test_doubles_whatever_comes"', "[1]"), f"{WRONG}:3:"),
    "written": (
        _put(f"{OPINION}/rejected/denies_it.md", NOT_UTF8),
        "denies_it.md: is n",
    ),
    "intro": (_put(f"{ASSIGNMENT}/intro.py", NOT_UTF8), "intro.py: is not UTF-8"),
    "intro_points": (_settings("# points: ten\n"), "intro.py:1: says points: ten"),
    "intro_list": (_settings("# points: [8]\n"), "intro.py:1: says points: [8]"),
    "intro_seed": (_settings("# points: 8\n# seed: ten\n"), "intro.py:2: says seed"),
    "intro_yaml": (_settings("# points: [8\n"), "intro.py: has something other than"),
    "by_hand": (_edit(f"{OPINION}/question.py", "4.5\n# %", "ten\n# %"), "points: ten"),
    "by_hand_list": (_edit(f"{OPINION}/question.py", "4.5\n# %", "[1]\n# %"), "[1]"),
    "master": (_folder(f"{ASSIGNMENT}/small.ipynb"), "small.ipynb: cannot be read"),
    "master_bytes": (_put(f"{ASSIGNMENT}/small.ipynb", NOT_UTF8), "is not a notebook"),
    "master_odd": (
        _put(
            f"{ASSIGNMENT}/small.ipynb",
            '{"cells": [], "nbformat": 4, "nbformat_minor": 4, '
            '"metadata": {"homework": 3}}',
        ),
        "is not a notebook",
    ),
    "no_file": (_folder(f"{DOUBLE}/question.py"), "question.py: cannot be read"),
    "no_tests": (_folder(f"{DOUBLE}/tests.py"), "tests.py: cannot be read"),
    "empty": (lambda root: (root / ASSIGNMENT / "q03_x").mkdir(), "q03_x"),
    "solution": (_edit(f"{DOUBLE}/question.py", "(x):\n", "(x:\n"), "question.py:12:"),
}
COMMANDS = ("assemble", "absorb", "check", "coverage", "samples", "release")


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_every_command_says_a_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tools stand on the real `checks`, whichever repository they work on.
    monkeypatch.syspath_prepend(str(ROOT / "assignments"))
    import checks.typeset  # noqa: F401

    plant, named = FAULTS[name]
    said = ""
    for command in COMMANDS:
        root = tmp_path / command
        root.mkdir()
        repository = small_repository(root)
        (root / "homework.toml").write_text("[rows]\nK = 2\n", encoding="utf-8")
        assemble(*repository.assignments())
        plant(root)
        monkeypatch.chdir(root)
        result = CliRunner().invoke(main, [command])
        assert result.exc_info
        trace = "".join(traceback.format_exception(*result.exc_info))
        assert result.exit_code in (0, 1, 2), trace
        assert isinstance(result.exception, SystemExit | None), f"{command}: {trace}"
        assert str(root) not in result.output
        said += result.output
    assert named in re.sub(r"\s+", " ", said)
