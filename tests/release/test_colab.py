"""From a link to a receipt on Colab: files on loopback, a stand-in for Colab's package.

Colab's kernel begins in a folder of its own, with nothing of the homework on its disk.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import nbclient
import nbformat
import pytest

from checks.colab import download, notebook_on_screen
from checks.handing_in import HandIn
from checks.history import History
from homework.questions.layout import Assignment, Repository
from homework.release import start
from homework.release.address import Published
from homework.release.first_cell import first_cell
from homework.release.needed import for_students
from homework.release.samples import solutions, submission
from homework.release.student_folder import beside, for_colab
from tests.samples import ROOT

REPOSITORY = Repository(ROOT)
STAND_INS = ROOT / "tests" / "stand_ins"
GREEN = re.compile(r"(\d+) of \1 public tests passed")
ON_COLAB = "import google.colab"  # as Colab's kernel does before any cell
NOWHERE = "http://127.0.0.1:9"  # nobody listens there
QUICK = ["bn_drop", "pytorch_cnn"]
OTHERS = sorted({each.name for each in REPOSITORY.assignments()} - set(QUICK))


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback, and give its address."""
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def publish(assignment: Assignment, web: Path, address: str) -> Path:
    """Lay a student folder out as a release with this address does."""
    name, at = assignment.name, Published(address, ("pytorch_cnn",))
    released, folder = ROOT / "student" / name, web / name
    shutil.copytree(released / "tests", folder / "tests")
    for path in for_students(assignment):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(assignment.folder / path, folder / path)
    notebook = for_colab((released / f"{name}.ipynb").read_bytes(), name, at)
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    files[f"{name}.ipynb"] = notebook
    for place, data in beside(assignment, files, at).items():
        (folder / place).write_bytes(data)
    plain = json.loads(notebook)
    digest = sha256((folder / "start.py").read_bytes()).hexdigest()
    plain["cells"][0]["source"] = first_cell(name, at.folder(name), digest)
    (folder / f"{name}.ipynb").write_text(json.dumps(plain))
    return folder


@dataclass
class Colab:
    """A machine of Colab: its disk, and the page that shows a notebook."""

    disk: Path
    page: Path

    def run(self, *sources: str, **environment: str) -> list[str]:
        """Run cells in a new kernel; return what each of them said."""
        cells = [nbformat.v4.new_code_cell(each) for each in (ON_COLAB, *sources)]
        run = nbformat.v4.new_notebook(cells=cells)
        kept = {k: v for k, v in os.environ.items() if k != "JPY_SESSION_NAME"}
        kept |= {"PYTHONPATH": str(STAND_INS), "COLAB_PAGE": str(self.page)}
        nbclient.NotebookClient(
            run, timeout=300, resources={"metadata": {"path": str(self.disk)}}
        ).execute(env=kept | environment)
        return ["".join(map(_text, cell.outputs)) for cell in run.cells[1:]]


def _text(output: Any) -> str:
    assert output.get("name") != "stderr", output
    return str(output.get("text", ""))


@pytest.fixture
def colab(tmp_path: Path) -> Colab:
    disk = tmp_path / "content"
    disk.mkdir()
    return Colab(disk, tmp_path / "page.ipynb")


def opened(link: str, assignment: Assignment, page: Path) -> list[str]:
    """Open a notebook by its link, answer it on the page; return its code cells."""
    with urlopen(link) as reply:  # noqa: S310  # on loopback
        page.write_bytes(reply.read())
    notebook = submission(page, solutions(assignment))
    nbformat.write(notebook, page)
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def from_link_to_receipt(name: str, web: Path, colab: Colab) -> None:
    """Walk the road of a student, and look at its end."""
    (assignment,) = REPOSITORY.assignments((name,))
    with served(web) as address:
        publish(assignment, web, address)
        link = f"{address}/{name}/{name}.ipynb"
        cells = opened(link, assignment, colab.page)
        checks = [
            at for at, cell in enumerate(cells) if cell.startswith("grader.check(")
        ]
        export = next(cell for cell in cells if "grader.export(" in cell)
        walked = [*cells[: checks[0] + 1], cells[0], export]
        *_, green, again, receipt = colab.run(*walked)
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
@pytest.mark.parametrize("name", [*QUICK, *OTHERS])
def test_one_link_leads_to_a_receipt(name: str, tmp_path: Path, colab: Colab) -> None:
    from_link_to_receipt(name, tmp_path / "web", colab)


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
    assert said.count("\n") <= 3


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
        assert "it was released anew. Open it from its link again" in said
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


def test_a_page_that_does_not_answer_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(STAND_INS)
    monkeypatch.delenv("COLAB_PAGE", raising=False)
    colab_package = importlib.import_module("google.colab")
    monkeypatch.setitem(sys.modules, "google.colab", colab_package)
    assert notebook_on_screen() is None
    HandIn("a", tmp_path, History()).run(None, ["a.json"], "")
    said = capsys.readouterr().out
    assert "Colab did not give the notebook. Run this cell again" in said
    assert "Upload a.ipynb as it is, and with it a.json" in said
    download(tmp_path / "a.zip")
    assert "The browser did not take the file (FileNotFoundError" in (
        capsys.readouterr().out
    )
