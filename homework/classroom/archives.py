"""A platform's zip of a class: the names in it, and unpacking it without surprises."""

from __future__ import annotations

import lzma
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from homework.base.errors import HomeworkError

MOST_FILES = 500_000
SPARE = 256 * 2**20  # bytes that stay free on the disk
BROKEN = (
    *(zipfile.BadZipFile, EOFError, RuntimeError, ValueError),
    *(zlib.error, lzma.LZMAError, struct.error),
)


def names(path: Path) -> list[str]:
    """List the files of a zip; none when it is no zip, or a broken one."""
    try:
        with zipfile.ZipFile(path) as archive:
            return [name for info, name in _files(archive)]
    except (OSError, *BROKEN):
        return []


def size(path: Path) -> int:
    """Return the bytes that a zip says it unpacks to; 0 when it is broken."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(info.file_size for info, _ in _files(archive))
    except (OSError, *BROKEN):
        return 0


def _files(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    for info in archive.infolist():
        if not info.is_dir():
            yield info, info.filename.replace("\\", "/")


def unpack(path: Path, folder: Path) -> Path:
    """Unpack a zip into a folder that is not there yet.

    Names that climb out are kept inside; of files with one name, all stay.

    Raises:
        HomeworkError: when it is broken, or larger than the disk.

    """
    folder.mkdir(parents=True)
    try:
        with zipfile.ZipFile(path) as archive:
            found = list(_files(archive))
            size = sum(info.file_size for info, _ in found)
            if len(found) > MOST_FILES or size > shutil.disk_usage(folder).free - SPARE:
                raise HomeworkError(
                    path,
                    f"unpacks to {len(found)} files of {size >> 20} MB, too much here.",
                    "Unpack a part of it, and name that folder.",
                )
            for info, name in found:
                _write(archive, info, folder, name)
    except BROKEN as error:
        raise HomeworkError(
            path, f"is a broken zip ({error}).", "Download it again."
        ) from error
    except OSError as error:
        raise HomeworkError(
            path,
            f"cannot be unpacked ({error.strerror}).",
            "Unpack it where there is space, and name that folder.",
        ) from error
    return folder


def _write(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: Path, name: str
) -> None:
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..")]
    target = folder.joinpath(*(_short(part.replace("\0", "")) for part in parts))
    if target == folder:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    while target.exists():
        target = target.with_name(f"{target.stem}_{target.suffix}")
    with archive.open(info) as source, target.open("wb") as written:
        shutil.copyfileobj(source, written)


def _short(part: str) -> str:
    """Cut a name that no disk takes, and keep its suffix."""
    data = part.encode("utf-8", "surrogatepass")
    if len(data) <= 200:
        return part
    stem = data[:180].decode("utf-8", "ignore")
    return stem + PurePosixPath(part).suffix[:12]
