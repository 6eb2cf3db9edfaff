"""Files that students hand in beside the notebook, such as trained weights.

The comment `# student_files: [base.safetensors, base.json]` above an assignment's
first cell names them. Otter packs them into the zip that the last cell writes. The
solution's own lie beside the master, where `otter assign` looks for them: they go to
the solution notebook and its self-test, never to students and never into the zip for
Gradescope.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from homework.questions.cells import read_cells
from homework.questions.layout import Assignment

SETTING = "student_files"


def names(assignment: Assignment) -> list[str]:
    """List the files that students hand in, as the assignment's intro names them."""
    found = read_cells(assignment.intro).values.get(SETTING, [])
    return [str(name) for name in found] if isinstance(found, list) else []


def solution_files(assignment: Assignment) -> dict[str, bytes]:
    """Read the solution's own files, by name; those that do not exist are left out."""
    paths = [assignment.folder / name for name in names(assignment)]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def pack(notebook: Path, files: Mapping[str, bytes], target: Path) -> Path:
    """Write a submission as the last cell of a notebook does.

    Args:
        notebook: goes in under its own name.
        files: what is handed in beside it, by name.
        target: the zip.

    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(notebook, notebook.name)
        for name, content in files.items():
            archive.writestr(name, content)
    return target


@contextlib.contextmanager
def desk(assignment: Assignment) -> Iterator[None]:
    """Work where an answer finds its files, and may write others in their place.

    That is a scratch folder with a copy of the files that students hand in, beside
    links to the assignment's folders; so whatever is written, no source changes.
    """
    handed_in = names(assignment)
    with tempfile.TemporaryDirectory() as scratch:
        for path in assignment.folder.iterdir():
            if path.is_dir():
                Path(scratch, path.name).symlink_to(path.resolve())
            elif path.name in handed_in:
                shutil.copyfile(path, Path(scratch, path.name))
        with contextlib.chdir(scratch):
            yield
