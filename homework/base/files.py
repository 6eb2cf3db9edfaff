"""Write files so that nothing is lost when a step fails half way."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError

BESIDE = ".writing-"  # then the process, in the name of a file until it is whole


def write_text(path: Path, text: str) -> bool:
    """Write ``text`` beside ``path`` and move it into place.

    Returns:
        Whether the content changed; an equal file is left untouched.

    """
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> bool:
    """Like `write_text`, for bytes."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write_beside(path, data)
    except OSError as error:  # it is about a file whose name says nothing to anybody
        raise OSError(error.errno, error.strerror, str(path)) from error
    return True


def _write_beside(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{BESIDE}{os.getpid()}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)  # it is there when the disk is full


def read_toml(path: Path) -> dict[str, Any]:
    """Read a file of settings; one that is not there says nothing.

    Raises:
        HomeworkError: when it is not TOML.

    """
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise HomeworkError(path, f"is not TOML: {error}.", "Correct it.") from error


def remove_unfinished(folder: Path) -> None:
    """Remove what processes that were killed had begun to write into a folder."""
    for path in folder.glob(f"{BESIDE}*"):
        number = path.name.removeprefix(BESIDE).partition(".")[0]
        if number.isdigit() and not _is_alive(int(number)):
            path.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True


def replace_folder(source: Path, target: Path) -> None:
    """Put a copy of ``source`` in the place of ``target``, in one move."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    shutil.copytree(source, beside / "new")
    if target.exists():
        target.rename(beside / "old")
    (beside / "new").rename(target)
    shutil.rmtree(beside)


def write_zip(path: Path, entries: dict[str, bytes]) -> bool:
    """Write a zip whose bytes depend on its entries only; return whether it changed.

    Args:
        path: the archive.
        entries: content by name; scripts (``*.sh``, ``run_autograder``) are marked
            executable.

    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            runs = name.endswith(".sh") or name == "run_autograder"
            info.external_attr = (0o755 if runs else 0o644) << 16
            archive.writestr(info, entries[name])
    return write_bytes(path, buffer.getvalue())
