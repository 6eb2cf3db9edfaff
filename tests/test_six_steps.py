"""The six steps of CONTRIBUTING end with a released question, and everything green."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.six_steps import FOLDER, NAME, NOUN, follow, steps


def test_the_page_has_six_steps_with_their_commands() -> None:
    found = steps()
    assert len(found) == 6
    assert [commands[:1] for commands in found] == [
        [f"homework new {NAME} {NOUN} --after q07"],
        [],
        [],
        [],
        [f"homework check {NAME}"],
        [f"homework assemble {NAME}"],
    ]
    assert found[-1][-1] == "make"
    assert "make lint" in found[4]


@pytest.mark.slow
def test_six_steps_lead_to_a_released_question(tmp_path: Path) -> None:
    clone = follow(tmp_path / "clone").folder
    notebook = clone / "student" / NAME / f"{NAME}.ipynb"
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells]
    assert f'grader.check("{FOLDER}")' in texts
    assert any("Question 8 · Keep the brightness (3 points" in text for text in texts)
    assert any("Question 9 ·" in text for text in texts)
    assert not any("kernel / kernel.sum()" in text for text in texts)
    with zipfile.ZipFile(clone / "autograder" / f"{NAME}.zip") as archive:
        assert f"tests/{FOLDER}.py" in archive.namelist()
