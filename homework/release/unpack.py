"""Open a file to the bottom, with archives in archives."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator

DEEPEST = 8
LARGEST = 256 * 2**20  # bytes, all that one archive unpacks to

# How a compressed file begins, and what opens it.
COMPRESSED: dict[bytes, Callable[[bytes], bytes]] = {
    b"\x1f\x8b": gzip.decompress,
    b"BZh": bz2.decompress,
    b"\xfd7zXZ\x00": lzma.decompress,
}
UNREADABLE = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    NotImplementedError,
)


class CannotOpenError(Exception):
    """An archive that cannot be opened to the bottom; the argument is where it is."""


def opened(where: str, data: bytes, *, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield the files in one file: itself, or what the archive holds.

    Args:
        where: the file.
        data: its content.
        depth: in how many archives it lies.

    Yields:
        Where a file is (``data/sets.zip » inner.tar » notes.txt``), and its content.

    Raises:
        CannotOpenError: when the archive cannot be opened to the bottom.

    """
    try:
        inside = list(_members(data))
    except UNREADABLE as error:
        raise CannotOpenError(where) from error
    if not inside:
        yield where, data
        return
    if depth == DEEPEST or sum(len(content) for _, content in inside) > LARGEST:
        raise CannotOpenError(where)
    for name, content in inside:
        place = f"{where} » {name}" if name else where
        yield from opened(place, content, depth=depth + 1)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    for beginning, decompress in COMPRESSED.items():
        if data.startswith(beginning):
            yield "", decompress(data)
            return
    if data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.isfile() else None
                if stream:
                    yield member.name, stream.read()
    elif zipfile.is_zipfile(io.BytesIO(data)):
        yield from _in_zip(data)


def _in_zip(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST:
            raise ValueError("too large")
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, archive.read(info)
        first = min((info.header_offset for info in archive.infolist()), default=0)
    if first:  # the archive lies behind something else
        yield "its beginning", data[:first]
