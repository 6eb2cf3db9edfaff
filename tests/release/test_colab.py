"""From a link to a receipt on Colab: files on loopback, a stand-in for Colab's package.

Colab's kernel begins in a folder of its own, with nothing of the homework on its disk.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from checks.colab import download, notebook_on_screen
from checks.handing_in import HandIn
from checks.history import History
from homework.gradescope.results import grade
from homework.questions.layout import Repository
from homework.release import start
from homework.release.first_cell import first_cell
from tests.colab_road import (
    ON_COLAB,
    STAND_INS,
    Colab,
    opened,
    publish,
    served,
    walked,
)
from tests.samples import ROOT

REPOSITORY = Repository(ROOT)
GREEN = re.compile(r"(\d+) of \1 public tests passed")
NOWHERE = "http://127.0.0.1:9"  # nobody listens there
NAMES = [each.name for each in REPOSITORY.assignments()]


@pytest.fixture
def colab(tmp_path: Path) -> Colab:
    disk = tmp_path / "content"
    disk.mkdir()
    return Colab(disk, tmp_path / "page.ipynb")


def from_link_to_receipt(name: str, web: Path, colab: Colab) -> None:
    """Walk the road of a student, and look at its end."""
    (assignment,) = REPOSITORY.assignments((name,))
    with served(web) as address:
        publish(assignment, web, address)
        link = f"{address}/{name}/{name}.ipynb"
        cells = opened(link, assignment, colab.page)
        *_, green, again, receipt = colab.run(*walked(cells))
        pictures = (web / name / "figures").rglob("*.svg")
        assert colab.pictures(1) == len(list(pictures))
    assert GREEN.search(green), green
    assert again == ""
    folder = colab.disk / name
    (zipped,) = folder.glob("*.zip")
    with zipfile.ZipFile(zipped) as archive:
        handed_in = archive.read(f"{name}.ipynb")
    assert f"    SHA-256 {sha256(zipped.read_bytes()).hexdigest()}" in receipt
    assert f"    SHA-256 {sha256(handed_in).hexdigest()}" in receipt
    assert "questions answered" in receipt
    assert f"the browser takes {zipped.name}" in receipt
    shown = json.loads(colab.page.read_text())["cells"]
    assert json.loads(handed_in)["cells"] == shown


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_one_link_leads_to_a_receipt(name: str, tmp_path: Path, colab: Colab) -> None:
    from_link_to_receipt(name, tmp_path / "web", colab)


@pytest.mark.slow
def test_the_grader_repeats_the_receipt(tmp_path: Path, colab: Colab) -> None:
    name = "hand_design_filters"
    (assignment,) = REPOSITORY.assignments((name,))
    with served(tmp_path / "web") as address:
        publish(assignment, tmp_path / "web", address)
        link = f"{address}/{name}/{name}.ipynb"
        said = colab.run(*opened(link, assignment, colab.page))
    receipt = said[-1]
    (pages,) = (each for each in said if "pages, one for each question" in each)
    assert f"the browser takes {name}-written.pdf" in pages
    (zipped,) = (colab.disk / name).glob("*.zip")
    for archive, folder in (
        (zipped, "submission"),
        (ROOT / "autograder" / f"{name}.zip", "source"),
    ):
        with zipfile.ZipFile(archive) as opened_one:
            opened_one.extractall(tmp_path / folder)
    target = tmp_path / "results.json"
    read = grade(tmp_path / "source", tmp_path / "submission", target)
    first, answers, public, hidden, *_ = read["output"].split("\n")
    digests = re.findall(r"SHA-256 (\w+)", receipt)
    assert digests[-1] in first
    assert answers in receipt
    points = re.search(r"gave (\S+ of \S+) points", receipt)
    assert points
    assert public == f"Public tests: {points[1]} points."
    tests = re.search(r"(\d+) hidden tests run", receipt)
    assert tests
    assert f"by {tests[1]} tests" in hidden


# --- what can go wrong --------------------------------------------------------


def first_cell_alone(disk: Path, cell: str, **environment: str) -> str:
    """Run a first cell on Colab, in plain Python; return what it said."""
    done = subprocess.run(
        [sys.executable, "-c", f"{ON_COLAB}\n{cell}"],
        cwd=disk,
        env={**os.environ, "PYTHONPATH": str(STAND_INS), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    return done.stdout


def test_without_a_network_a_sentence_says_so(colab: Colab) -> None:
    said = first_cell_alone(colab.disk, first_cell("a", f"{NOWHERE}/a", "0" * 64))
    assert "Connection refused" in said
    assert "look whether you are connected, and run this cell again" in said
    assert said.count("\n") <= 4


def test_a_homework_that_is_published_nowhere_says_what_to_do(colab: Colab) -> None:
    assert "upload the folder as a zip" in first_cell_alone(colab.disk, first_cell("a"))


def test_files_of_another_release_are_refused(tmp_path: Path, colab: Colab) -> None:
    (assignment,) = REPOSITORY.assignments(("cnn",))
    web = tmp_path / "web"
    with served(web) as address:
        folder = publish(assignment, web, address)
        plain = json.loads((folder / "cnn.ipynb").read_text())
        cell = plain["cells"][0]["source"]
        (folder / "requirements.txt").write_text("numpy\n")
        said = first_cell_alone(colab.disk, cell)
        assert "requirements.txt is another than this notebook was released" in said
        (folder / "checks" / "home.py").unlink()
        (folder / "start.py").write_text("def make_ready(*_): print('run')\n")
        said = first_cell_alone(colab.disk, cell)
        assert "start.py is of another release than this notebook. Open" in said
        assert "run\n" not in said
    assert list(colab.disk.iterdir()) == []


def test_what_is_not_there_is_a_sentence_too(tmp_path: Path, colab: Colab) -> None:
    (assignment,) = REPOSITORY.assignments(("cnn",))
    web = tmp_path / "web"
    with served(web) as address:
        folder = publish(assignment, web, address)
        cell = json.loads((folder / "cnn.ipynb").read_text())["cells"][0]["source"]
        (folder / "checks" / "home.py").unlink()
        assert "cannot be reached (HTTP Error 404" in first_cell_alone(colab.disk, cell)


def test_pip_without_a_network_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", NOWHERE)
    with pytest.raises(start.NotReadyError, match="Otter cannot be installed"):
        start.install(("no-such-package-here==1.0",))


@patch.dict(sys.modules)  # no test after this one is on Colab
def test_a_page_that_does_not_answer_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(STAND_INS)
    monkeypatch.delenv("COLAB_PAGE", raising=False)
    importlib.import_module("google.colab")
    assert notebook_on_screen() is None
    monkeypatch.setenv("COLAB_PAGE", str(tmp_path / "a page that fails"))
    assert notebook_on_screen() is None
    HandIn("a", tmp_path, History()).run(None, ["a.json"], "")
    said = capsys.readouterr().out
    assert "Colab did not give the notebook. Run this cell again" in said
    assert "Upload a.ipynb as it is, and with it a.json" in said
    download(tmp_path / "a.zip")
    assert "The browser did not take the file (FileNotFoundError" in (
        capsys.readouterr().out
    )
