"""What is released is graded on another Python, and the outcome noted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from homework.cli import main
from homework.proof.elsewhere import NOTES, versions
from homework.release.release import release_all
from tests.samples import replace
from tests.toys import NAME, toy

SAMPLES = """\
[perfect]
about = "all"
score = "all"
answers = "solution"

[wrong]
about = "a wrong answer with the points of a right one"
score = 5

[wrong.answers]
q01_center = "rejected/names_the_other_axis"
"""


def _elsewhere() -> Result:
    return CliRunner().invoke(main, ["samples", "--elsewhere"])


@pytest.mark.slow
def test_points_that_are_lost_on_this_python_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, assignment = toy(tmp_path)
    (outcome,) = release_all(repository, [assignment], gate=lambda *_: None)
    assert outcome.findings == []
    described = tmp_path / "tests" / "submissions" / f"{NAME}.toml"
    described.parent.mkdir(parents=True)
    described.write_text(SAMPLES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(repository.assignments_folder))
    result = _elsewhere()
    assert result.exit_code == 1
    assert "wrong gets 4, not 5" in result.output
    notes = tmp_path / NOTES
    found = json.loads(notes.read_text(encoding="utf-8"))[versions()]
    # Two samples, one notebook of accepted answers, and what the notebook packs.
    assert (found["graded"], len(found["wrong"])) == (4, 1)
    assert f"| {versions()} |  | 4 | 1 |" in (tmp_path / "docs/quality.md").read_text()
    # An assignment whose packages are not here is left out, and named.
    replace(assignment.intro, "# points: 12", "# packages: [no_such]\n# points: 12")
    result = _elsewhere()
    assert result.exit_code == 0, result.output
    found = json.loads(notes.read_text(encoding="utf-8"))[versions()]
    assert found["blank"] == {NAME: "no_such is not installed"}
    assert found["graded"] == 0
