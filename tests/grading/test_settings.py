"""What `homework.toml` says of grading: numbers, or a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from homework.base.errors import HomeworkError
from homework.grading.settings import read_settings


def test_numbers_are_read_as_far_as_they_are_there(tmp_path: Path) -> None:
    path = tmp_path / "homework.toml"
    assert read_settings(path) == {}
    path.write_text("[grading.times]\ncell = 7\n[grading.limits]\nprocesses = 9\n")
    assert read_settings(path) == {"times": {"cell": 7}, "limits": {"processes": 9}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = [", "is not TOML"),
        ("grading = 3", "has a `grading` that is no table. Write [grading]."),
        ("[grading]\ntimes = 3", "has a `times` that is no table."),
        ("[grading]\ncell = 3", "does not know 'cell'. Write [grading.times]"),
        ("[grading.times]\ncells = 3", "does not know 'cells'. It knows cell, test"),
        ('[grading.times]\ncell = "3"', "has cell = '3'. Give a number above 0."),
        ("[grading.times]\ncell = -3", "Give a number above 0."),
        ("[grading.times]\ncell = nan", "Give a number above 0."),
        ("[grading.limits]\nprocesses = 2.5", "Give a whole number above 0."),
        ("[grading.limits]\nprocesses = true", "Give a whole number above 0."),
    ],
)
def test_other_settings_are_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "homework.toml"
    path.write_text(text)
    with pytest.raises(HomeworkError, match=re.escape(said)):
        read_settings(path)
