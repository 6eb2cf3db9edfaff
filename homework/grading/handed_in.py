"""A submission on disk: the notebook that is graded, and the files beside it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from homework.base.texts import one_line
from homework.grading.notebook import (
    IGNORED,
    NotebookError,
    Step,
    Untouched,
    mark,
    marks,
    read_notebook,
)

MOST_FILES = 2000
LARGEST = 200 * 2**20  # bytes, all files together
MOST_NAMED = 3  # notebooks, in a sentence
MOST_LISTED = 20  # files, in a receipt
DEEPEST = 20  # folders in each other
DEEPEST_ZIP = 2  # zips in each other, in a folder
ENCRYPTED = 1  # flag of a file in a zip
LONGEST_PATH = 1000
NOTEBOOKS = (".ipynb", ".ipynb.json", ".ipynb.txt")  # browsers add the latter two
ARCHIVES = (".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz")
CHECK = re.compile(r"\.check\(\s*[\"'](\w+)[\"']")
QUESTION = re.compile(r"\w{1,100}")
COMMAND = re.compile(r"^[ \t]*((?:!|%+(?:pip|conda|sx|system|bash|sh)\b).{0,60})", re.M)
PASSED_OVER = ("__MACOSX", "__pycache__")


class SubmissionError(Exception):
    """It cannot be graded; says why in words."""


class MissingError(SubmissionError):
    """There is no notebook of the assignment in it."""


@dataclass(frozen=True)
class HandedIn:
    """What a student handed in.

    Attributes:
        notebook: the bytes of the notebook that is graded.
        files: other files by their path from the notebook, with "/".
        digest: SHA-256 of everything.
        remarks: sentences about what was chosen.
        answered: says which questions were answered; "" where nobody can tell.
        whole: the notebook as it was handed in, where ``notebook`` is a part of it.

    """

    notebook: bytes
    files: dict[str, bytes]
    digest: str
    remarks: tuple[str, ...] = ()
    answered: str = ""
    whole: bytes = b""

    @property
    def receipt(self) -> str:
        """Say what came, in numbers that stand on the student's own receipt."""
        digest = hashlib.sha256(self.notebook).hexdigest()
        beside = [
            f"{one_line(name)} ({len(data):,} bytes)"
            for name, data in list(self.files.items())[:MOST_LISTED]
            if data and not name.startswith(("__", "."))
        ]
        lines = [
            f"Receipt: a notebook of {len(self.notebook):,} bytes, SHA-256 {digest}.",
            f"Beside it: {', '.join(beside)}." if beside else "",
            self.answered,
        ]
        return "\n".join(filter(None, lines))

    @property
    def size(self) -> int:
        """Return the bytes of all of it."""
        return len(self.notebook) + sum(map(len, self.files.values()))


def read(path: Path, assignment: str, untouched: Untouched | None = None) -> HandedIn:
    """Read a notebook, a zip, or a folder.

    Args:
        path: what was handed in.
        assignment: its notebook is graded; under whatever name, if it is the only one.
        untouched: what students start from, to tell the notebook that was worked on.

    Raises:
        SubmissionError: when there is no notebook to grade.

    """
    try:
        return _read(path, assignment, untouched)
    except SubmissionError:
        raise
    except OSError as error:
        why = error.strerror or str(error)
        raise SubmissionError(f"unreadable: {why}") from error
    except Exception as error:  # whatever else an archive may do to its reader
        why = f"{type(error).__name__}: {error}".rstrip(": ")
        raise SubmissionError(f"unreadable: it is broken ({why})") from error


def _read(path: Path, assignment: str, untouched: Untouched | None) -> HandedIn:
    entries = _entries(path)
    choice = _Choice(entries, assignment, untouched)
    opened = entries
    for _ in range(DEEPEST_ZIP):
        if choice.candidates or not any(map(_is_zip, opened)):
            break
        try:
            opened = _inner(opened)
            choice = _Choice({**choice.entries, **opened}, assignment, untouched)
        except SubmissionError:
            if not choice.found:  # a broken zip beside a notebook does no harm
                raise
            break
    if not choice.found and any(map(_is_zip, opened)):
        raise SubmissionError(
            "unreadable: zips lie too deep in it. Unpack them, and hand in the notebook"
        )
    entries = choice.entries
    digest = hashlib.sha256()
    for name, data in sorted(entries.items()):
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
    chosen, remarks = choice.made()
    notebook = entries[chosen]
    if untouched and notebook.count(IGNORED.encode()) > untouched.ignored:
        remarks.append(
            f"More cells carry the tag {IGNORED} than were handed out with it. Such "
            "cells are not run: take the tag away if one is an answer."
        )
    if commands := _commands(notebook):
        remarks.append(
            f"{_listed(commands)} was not run: grading runs no system commands."
        )
    files = _beside(entries, PurePosixPath(chosen).parent)
    answered = _answered(notebook, untouched)
    return HandedIn(notebook, files, digest.hexdigest(), tuple(remarks), answered)


def _commands(notebook: bytes) -> list[str]:
    """List lines such as ``!pip install x``, which the grader's shell leaves out."""
    if not (b"!" in notebook or b"%" in notebook):
        return []
    try:
        _, steps = read_notebook(notebook)
    except NotebookError:
        return []  # grading says why
    found = (COMMAND.findall(step.source) for step in steps)
    return list(dict.fromkeys(line for lines in found for line in lines))


def _answered(notebook: bytes, untouched: Untouched | None) -> str:
    try:
        return untouched.answered(notebook) if untouched else ""
    except NotebookError:
        return ""  # grading says why


def own_code(path: Path, assignment: str, untouched: Untouched | None) -> HandedIn:
    """Read as `read` does, and return the student's own code in the place of files.

    Args:
        path: what was handed in.
        assignment: as for `read`.
        untouched: as for `read`.

    Returns:
        As ``files``, what `own_files` finds.

    Raises:
        SubmissionError: when there is no notebook, or it cannot be read.

    """
    found = read(path, assignment, untouched)
    return replace(found, files=own_files(found, untouched))


def own_files(found: HandedIn, untouched: Untouched | None) -> dict[str, bytes]:
    """List the code of a student's own in a submission.

    Returns:
        Code cells that were not handed out, each as ``QUESTION/NUMBER.py``, where
        QUESTION is the check that comes next (``end`` behind the last one), and other
        files of Python below ``beside/``.

    Raises:
        SubmissionError: when the notebook cannot be read.

    """
    try:
        _, steps = read_notebook(found.notebook)
    except NotebookError as error:
        raise SubmissionError(f"unreadable: {error}") from error
    handed_out = untouched.cells if untouched else ()
    code: dict[str, bytes] = {}
    waiting: list[tuple[int, str]] = []
    for number, step in enumerate([*steps, Step("", ("end",))]):
        checks = [*step.checks, *CHECK.findall(step.source)]
        if step.source.strip() and mark(step.source) not in handed_out:
            waiting.append((number, step.source))
        if checks:
            question = checks[0] if QUESTION.fullmatch(checks[0]) else "end"
            for place, source in waiting:
                data = source.encode("utf-8", "surrogatepass")
                code[f"{question}/{place:04}.py"] = data
            waiting = []
    beside = {f"beside/{name}": data for name, data in found.files.items()}
    return code | {name: d for name, d in beside.items() if name.endswith(".py")}


# --- what is in it ------------------------------------------------------------


def _entries(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        return _in_folder(path)
    if not path.is_file():
        raise SubmissionError("unreadable: it is neither a file nor a folder")
    if path.stat().st_size > LARGEST:
        raise SubmissionError("unreadable: the file is too large")
    data = path.read_bytes()
    if _is_archive(path.name, data):
        return _in_zip(data)
    if path.name.lower().endswith(ARCHIVES):
        raise SubmissionError(
            f"unreadable: it is an archive of the kind {path.suffix}, and only .zip is "
            "opened. Hand in a zip, or the notebook"
        )
    return {path.name: data}


def _in_folder(path: Path) -> dict[str, bytes]:
    found = {
        each.relative_to(path).as_posix(): each
        for each in sorted(path.rglob("*"))
        if each.is_file() and not each.is_symlink()
    }
    found = {name: each for name, each in found.items() if not _is_litter(name)}
    _assert_few(len(found), sum(each.stat().st_size for each in found.values()))
    return {name: each.read_bytes() for name, each in found.items()}


def _assert_few(files: int, size: int) -> None:
    if files > MOST_FILES:
        raise SubmissionError(
            f"unreadable: it has too many files ({files:,}, and {MOST_FILES:,} are "
            "allowed). Hand in the notebook and the files that it needs"
        )
    if size > LARGEST:
        raise SubmissionError(
            f"unreadable: it is too large ({size // 2**20} MB unpacked, and "
            f"{LARGEST // 2**20} MB are allowed)"
        )


def _is_litter(name: str) -> bool:
    """Whether a path lies in a folder that no student made: hidden, or a system's."""
    *folders, own = PurePosixPath(name).parts or (".",)
    if any(part.startswith(".") or part in PASSED_OVER for part in folders):
        return True
    return own.startswith(".") and is_notebook(own)


def is_notebook(name: str) -> bool:
    """Whether a file is called as notebooks are."""
    return name.lower().endswith(NOTEBOOKS)


def _is_zip(name: str) -> bool:
    return name.lower().endswith(".zip")


def _is_archive(name: str, data: bytes) -> bool:
    """Whether a file is a zip, also one that is called a notebook."""
    if data.startswith(b"PK") or not is_notebook(name):
        if zipfile.is_zipfile(io.BytesIO(data)):
            return True
        if _is_zip(name):
            raise SubmissionError("unreadable: the zip is broken")
    return False


def _in_zip(data: bytes) -> dict[str, bytes]:
    entries = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = {
                info: info.filename.replace("\\", "/")
                for info in archive.infolist()
                if not info.is_dir()
            }
            infos = {info: n for info, n in infos.items() if not _is_litter(n)}
            if any(info.flag_bits & ENCRYPTED for info in infos):
                raise SubmissionError("unreadable: the zip has a password")
            _assert_few(len(infos), sum(info.file_size for info in infos))
            for info, name in infos.items():
                entries[str(PurePosixPath(name))] = archive.read(info)
    except NotImplementedError as error:
        raise SubmissionError("unreadable: the zip needs a newer program") from error
    except SubmissionError:
        raise
    except Exception as error:  # struct, zlib, lzma, OverflowError, MemoryError, …
        raise SubmissionError(f"unreadable: the zip is broken ({error})") from error
    return entries


def _inner(entries: dict[str, bytes]) -> dict[str, bytes]:
    """Open the zips in a submission, each as a folder."""
    found: dict[str, bytes] = {}
    for name, data in entries.items():
        if _is_zip(name):
            folder = PurePosixPath(name).with_suffix("")
            found |= {str(folder / each): d for each, d in _in_zip(data).items()}
            _assert_few(len(found), sum(map(len, found.values())))
    return found


# --- which notebook -----------------------------------------------------------


class _Choice:
    """The notebooks of a submission, and the one of them that is graded."""

    def __init__(
        self, entries: dict[str, bytes], assignment: str, untouched: Untouched | None
    ) -> None:
        self.entries, self.assignment, self.untouched = entries, assignment, untouched
        self.found = sorted(
            filter(is_notebook, entries), key=lambda name: (name.count("/"), name)
        )
        mark = rb'"assignment_name":\s*"' + re.escape(assignment.encode()) + b'"'
        named = [name for name in self.found if _stem(name) == assignment.lower()]
        marked = [n for n in self.found if re.search(mark, entries[n])]
        self.candidates = list(dict.fromkeys(named + marked))

    def made(self) -> tuple[str, list[str]]:
        """Return the notebook that is graded, and what is to be said about it."""
        if not self.found:
            what = f" ({_listed(sorted(self.entries))})" if self.entries else ""
            raise MissingError(f"unreadable: there is no notebook in it{what}")
        if len(self.found) == 1:
            return self.found[0], []
        different = self._different(self.candidates)
        worked_on = [name for name in different if self._is_worked_on(name)]
        if self.untouched and self.candidates and not worked_on:
            others = set(self.found) - set(self.candidates)
            unnamed = [n for n in others if b'"assignment_name"' not in self.entries[n]]
            worked_on = self._different(sorted(unnamed))
        chosen = worked_on or different[: 1 if self.untouched else None]
        if not chosen and self.candidates:  # not one can be read
            chosen = self.candidates[:1]
        if len(chosen) == 1:
            return chosen[0], self._remarks(chosen[0], different)
        kind = SubmissionError if chosen else MissingError
        raise kind(self._refusal(chosen))

    def _different(self, names: Iterable[str]) -> list[str]:
        """Leave out notebooks without cells, and those that equal an earlier one."""
        seen: dict[tuple[str, ...], str] = {}
        for name in names:
            if cells := self._cells(name):
                seen.setdefault(cells, name)
        return list(seen.values())

    def _cells(self, name: str) -> tuple[str, ...]:
        try:
            return tuple(marks(self.entries[name]))
        except NotebookError:
            return ()

    def _is_worked_on(self, name: str) -> bool:
        return not self.untouched or self.untouched.is_worked_on(self.entries[name])

    def _remarks(self, chosen: str, different: list[str]) -> list[str]:
        left = [name for name in different if name != chosen]
        if not left:
            return []
        return [
            f"{one_line(chosen)} was graded; {_listed(left)} beside it is as it was "
            "handed out."
        ]

    def _refusal(self, chosen: list[str]) -> str:
        if not chosen:
            return (
                f"unreadable: there are {len(self.found)} notebooks, and none is "
                f"called {self.assignment}.ipynb"
            )
        return (
            f"unreadable: there are {len(chosen)} different notebooks of "
            f"{self.assignment} in it: {_listed(chosen)}. Hand in one; if this is a "
            "whole class, unpack it first, and name the folder of the submissions"
        )


def _stem(name: str) -> str:
    return PurePosixPath(name).name.lower().partition(".ipynb")[0]


def _listed(names: list[str]) -> str:
    shown = [one_line(name) for name in names[:MOST_NAMED]]
    return ", ".join(shown + ["…"] * (len(names) > MOST_NAMED))


# --- what lies beside it ------------------------------------------------------


def _beside(entries: dict[str, bytes], near: PurePosixPath) -> dict[str, bytes]:
    """Return the other files, by their paths from the notebook.

    What lies elsewhere, or in a folder below, is also there under its own name, so
    that weights are found wherever they were put. Python's files are not: a package
    keeps its modules.
    """
    files: dict[str, bytes] = {}
    elsewhere: list[str] = []
    for name in sorted(entries):
        own = PurePosixPath(name)
        if is_notebook(name):
            continue
        path = str(own.relative_to(near)) if own.is_relative_to(near) else ""
        keeps_its_place = _can_be_written(path) and not _collides(path, files)
        if keeps_its_place:
            files[path] = entries[name]
        if not keeps_its_place or (own.parent != near and own.suffix != ".py"):
            elsewhere.append(name)
    for name in elsewhere:
        path = PurePosixPath(name).name
        if _can_be_written(path) and not _collides(path, files):
            files[path] = entries[name]
    folders = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    return {path: data for path, data in files.items() if path not in folders}


def _collides(path: str, files: dict[str, bytes]) -> bool:
    parents = map(str, PurePosixPath(path).parents)
    return path in files or any(parent in files for parent in parents)


def _can_be_written(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return (
        0 < len(parts) <= DEEPEST
        and len(path.encode("utf-8", "surrogatepass")) < LONGEST_PATH
        and not path.startswith("/")
        and all(map(_can_be_named, parts))
    )


def _can_be_named(name: str) -> bool:
    length = len(name.encode("utf-8", "surrogatepass"))
    return 0 < length < 256 and name.isprintable() and name not in (".", "..")
