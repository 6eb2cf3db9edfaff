"""A submission on disk: the notebook that is graded, and the files beside it."""

from __future__ import annotations

import hashlib
import io
import lzma
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MOST_FILES = 2000
LARGEST = 200 * 2**20  # bytes, all files together
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError),
    *(RuntimeError, ValueError, OSError),
)
PASSED_OVER = ("__MACOSX", ".ipynb_checkpoints", ".git", "__pycache__")


class SubmissionError(Exception):
    """It cannot be graded; says why in words."""


@dataclass(frozen=True)
class HandedIn:
    """What a student handed in.

    Attributes:
        notebook: the bytes of the notebook that is graded.
        files: other files by name, without folders.
        digest: SHA-256 of everything.

    """

    notebook: bytes
    files: dict[str, bytes]
    digest: str

    @property
    def size(self) -> int:
        """Return the bytes of all of it."""
        return len(self.notebook) + sum(map(len, self.files.values()))


def read(path: Path, assignment: str) -> HandedIn:
    """Read a notebook, a zip, or a folder.

    Args:
        path: what was handed in.
        assignment: its notebook is graded; under whatever name, if it is the only one.

    Raises:
        SubmissionError: when there is no notebook to grade.

    """
    entries = _entries(path)
    digest = hashlib.sha256()
    for name, data in sorted(entries.items()):
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
    chosen = _notebook(entries, assignment)
    near = PurePosixPath(chosen).parent
    files: dict[str, bytes] = {}
    for name in sorted(entries, key=lambda each: PurePosixPath(each).parent != near):
        own = PurePosixPath(name)
        if own.suffix != ".ipynb" and _can_be_written(own.name):
            files.setdefault(own.name, entries[name])
    return HandedIn(entries[chosen], files, digest.hexdigest())


def _can_be_written(name: str) -> bool:
    length = len(name.encode("utf-8", "surrogatepass"))
    return 0 < length < 256 and name.isprintable() and name not in (".", "..")


def _entries(path: Path) -> dict[str, bytes]:
    try:
        if path.is_dir():
            found = [each for each in sorted(path.rglob("*")) if _is_plain(each)]
            if sum(each.stat().st_size for each in found) > LARGEST:
                raise SubmissionError("unreadable: the folder is too large")
            return {
                each.relative_to(path).as_posix(): each.read_bytes()
                for each in found[:MOST_FILES]
                if not set(each.parts) & set(PASSED_OVER)
            }
        if not path.is_file():
            raise SubmissionError("unreadable: it is neither a file nor a folder")
        if path.stat().st_size > LARGEST:
            raise SubmissionError("unreadable: the file is too large")
        data = path.read_bytes()
    except OSError as error:
        raise SubmissionError(f"unreadable: {error.strerror}") from error
    if path.suffix != ".ipynb" and zipfile.is_zipfile(io.BytesIO(data)):
        return _in_zip(data)
    if path.suffix == ".zip":
        raise SubmissionError("unreadable: the zip is broken")
    return {path.name: data}


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _in_zip(data: bytes) -> dict[str, bytes]:
    entries = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if sum(i.file_size for i in infos) > LARGEST or len(infos) > MOST_FILES:
                raise SubmissionError("unreadable: the zip is too large")
            for info in infos:
                name = PurePosixPath(info.filename.replace("\\", "/"))
                if not set(name.parts) & set(PASSED_OVER):
                    entries[str(name)] = archive.read(info)
    except NotImplementedError as error:
        raise SubmissionError("unreadable: the zip needs a newer program") from error
    except BROKEN as error:
        raise SubmissionError(f"unreadable: the zip is broken ({error})") from error
    return entries


def _notebook(entries: dict[str, bytes], assignment: str) -> str:
    """Choose what is graded: the right name, else the only one, else the right mark."""
    found = [name for name in entries if name.endswith(".ipynb")]
    found.sort(key=lambda name: (name.count("/"), name))
    named = [name for name in found if PurePosixPath(name).stem == assignment]
    if named or len(found) == 1:
        return (named or found)[0]
    mark = re.compile(
        rb'"assignment_name":\s*"' + re.escape(assignment.encode()) + b'"'
    )
    marked = [name for name in found if mark.search(entries[name])]
    if len(marked) == 1:
        return marked[0]
    if not found:
        raise SubmissionError("unreadable: there is no notebook in it")
    raise SubmissionError(
        f"unreadable: there are {len(found)} notebooks, and none is called "
        f"{assignment}.ipynb"
    )
