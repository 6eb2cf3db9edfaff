"""The road of a student on Colab: files on loopback, a stand-in for Colab's package.

Colab's kernel begins in a folder of its own, with nothing of the homework on its disk.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
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

from homework.questions.layout import Assignment
from homework.release.address import Published
from homework.release.first_cell import first_cell
from homework.release.needed import for_students
from homework.release.samples import solutions, submission
from homework.release.student_folder import beside, for_colab
from tests.samples import ROOT

STAND_INS = ROOT / "tests" / "stand_ins"
ON_COLAB = "import google.colab"  # as Colab's kernel does before any cell


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
    """A machine of Colab: its disk, and the page that shows a notebook.

    Attributes:
        kernel: name of the kernel that runs cells.
        ran: the notebook of the last run, with times in its cells' metadata.

    """

    disk: Path
    page: Path
    kernel: str = "python3"
    ran: Any = None

    def run(self, *sources: str, **environment: str) -> list[str]:
        """Run cells in a new kernel; return what each of them said."""
        cells = [nbformat.v4.new_code_cell(each) for each in (ON_COLAB, *sources)]
        run = nbformat.v4.new_notebook(cells=cells)
        kept = {k: v for k, v in os.environ.items() if k != "JPY_SESSION_NAME"}
        kept |= {"PYTHONPATH": str(STAND_INS), "COLAB_PAGE": str(self.page)}
        nbclient.NotebookClient(
            run,
            timeout=300,
            kernel_name=self.kernel,
            resources={"metadata": {"path": str(self.disk)}},
        ).execute(env=kept | environment)
        self.ran = run
        return ["".join(map(_text, cell.outputs)) for cell in run.cells[1:]]

    def pictures(self, cell: int) -> int:
        """Count the pictures that a cell of the last run shows."""
        outputs = self.ran.cells[cell].outputs
        shown = (each.get("data", {}).get("text/html", "") for each in outputs)
        return sum("<img alt=" in html for html in shown)


def _text(output: Any) -> str:
    assert output.get("name") != "stderr", output
    return str(output.get("text", ""))


def opened(link: str, assignment: Assignment, page: Path) -> list[str]:
    """Open a notebook by its link, answer it on the page; return its code cells."""
    with urlopen(link) as reply:  # noqa: S310  # on loopback
        page.write_bytes(reply.read())
    notebook = submission(page, solutions(assignment))
    nbformat.write(notebook, page)
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def walked(cells: list[str]) -> list[str]:
    """Choose what to run: down to the first check, the first cell again, the last."""
    check = next(at for at, c in enumerate(cells) if c.startswith("grader.check("))
    export = next(cell for cell in cells if "grader.export(" in cell)
    return [*cells[: check + 1], cells[0], export]
