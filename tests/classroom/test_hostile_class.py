"""Hostile submissions and a busy machine cost no honest one a point, nor its row."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the engine forks", allow_module_level=True)

from tests.hostile_class import complaints, make_class, twice, write_zip


@pytest.mark.slow
def test_honest_ones_have_the_same_scores_beside_processes_that_never_end(
    tmp_path: Path,
) -> None:
    assert twice(tmp_path, 20) == []


def test_a_lost_row_or_point_is_noticed(tmp_path: Path) -> None:
    made = make_class(tmp_path / "class", 20, write_zip(tmp_path))
    right = {
        name: {"status": "graded", "score": str(points)}
        for name, points in made.honest.items()
    }
    others = made.entries - len(made.honest)
    right |= {str(n): {"status": "not graded", "score": ""} for n in range(others)}
    assert list(complaints(made, right)) == []
    name = next(iter(made.honest))
    for spoilt in (
        {**right, name: {"status": "graded", "score": "-1"}},
        {**right, name: {"status": "not graded", "score": ""}},
        {**right, "0": {"status": "", "score": ""}},
        {key: row for key, row in right.items() if key != name},
    ):
        assert list(complaints(made, spoilt))
