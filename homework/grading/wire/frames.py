"""The language of the two processes: plain data as bytes, and nothing that runs.

A frame is two lengths, a JSON text and raw buffers. Plain values travel as themselves;
whatever else there is travels as a handle, a number that only its owner can look up.
The decoder believes nothing: it bounds sizes, depth and counts, builds exact built-in
types, and answers everything malformed with `ProtocolError`.

One `Memo` spans a request and its reply. It numbers lists, dictionaries, sets, arrays
and the like on both sides in the same order, so an object that occurs twice stays one
object, and a change that the other side made in place can be carried back.
"""

from __future__ import annotations

import json
import re
import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, lru_cache
from io import BufferedIOBase
from types import EllipsisType
from typing import Any, NamedTuple, Protocol

import numpy as np

HEAD = struct.Struct(">II")
TO_JSON = json.JSONEncoder(separators=(",", ":"))
LARGEST_TEXT = 16 * 2**20  # bytes of JSON in a frame
LARGEST_BUFFERS = 256 * 2**20  # bytes of numbers in a frame
DEEPEST = 60
LONGEST_INTEGER = 4096  # bits
DTYPES = "biufcSUMm"  # kinds of numpy's dtypes that are plain data
# What `dtype.str` says of these; of anything else, NumPy would parse too much.
PLAIN_DTYPE = re.compile(r"[<>|=][biufcSUMm]\d{1,5}(\[\d{0,6}\w{1,7}\])?", re.ASCII)
BUFFERED = 2**16  # bytes that are read ahead: a small frame comes with one call
FRAGMENT = 2**20  # bytes that are waited for in one piece
ALIGNED = 16  # buffers begin at multiples of it, so that arrays can lie in the frame


class ProtocolError(Exception):
    """The other process sent what it may not send."""


class UnsendableError(Exception):
    """A value that this process must not or cannot send."""


@dataclass
class Memo:
    """Mutable objects of one exchange, by number, in the order of their first use."""

    objects: list[Any] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)

    def add(self, value: Any) -> None:
        """Give the next number to a value, and keep it alive."""
        self.numbers[id(value)] = len(self.objects)
        self.objects.append(value)

    def replace(self, number: int, value: Any) -> None:
        """Let another value have a number."""
        self.numbers.pop(id(self.objects[number]), None)
        self.numbers[id(value)] = number
        self.objects[number] = value

    def cut(self, length: int) -> None:
        """Forget the objects that were numbered last."""
        for value in self.objects[length:]:
            self.numbers.pop(id(value), None)
        del self.objects[length:]


class Extension(Protocol):
    """Values beyond plain data; each method is given the coder that asks."""

    trusts: bool

    def write(self, writer: Writer, value: Any) -> Any:
        """Return the JSON of a value that is not plain."""

    def read(self, reader: Reader, tag: str, rest: list[Any]) -> Any:
        """Return the value behind a tag that is not plain."""

    def lent(self, value: Any) -> int:
        """Return the other side's number of a list or dict that is still as it came."""


@dataclass
class Writer:
    """Turns one message into JSON and buffers."""

    extension: Extension
    memo: Memo = field(default_factory=Memo)
    lends: bool = True  # objects of this side, by number; else plain data only
    buffers: list[bytes | memoryview] = field(default_factory=list)
    size: int = 0
    depth: int = 0

    def value(self, value: Any) -> Any:
        """Return the JSON of a value; arrays go to the buffers."""
        kind: Any = type(value)
        if kind in AS_THEY_ARE:
            return value
        number = self.memo.numbers.get(id(value))
        if number is not None:
            return ["r", number]
        write = WRITERS.get(kind)
        if write is None:
            write = _for_subclass(kind)
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnsendableError("The value is nested too deeply.")
        lent = self.extension.lent(value) if kind in (dict, list) else 0
        made = (
            self.extension.write(self, value) if write is None else write(self, value)
        )
        self.depth -= 1
        return ["own", lent, made] if lent else made

    def buffer(self, data: bytes | memoryview) -> list[int]:
        """Add bytes; return where they begin, and how many they are."""
        place = [self.size, len(data)]
        self.buffers.append(data)
        rest = -len(data) % ALIGNED
        if rest:
            self.buffers.append(bytes(rest))
        self.size += len(data) + rest
        return place

    def apart(self, value: Any) -> Any:
        """Return the JSON of a value that shares no numbers with the others."""
        memo, self.memo = self.memo, Memo()
        made = ["x", self.value(value)]
        self.memo = memo
        return made

    def content(self, value: Any) -> Any:
        """Return the JSON of what a numbered object holds now (see `Reader.fill`)."""
        if isinstance(value, dict):
            return ["d", *self._flat(value)]
        if isinstance(value, list | set):
            return ["l", *map(self.value, value)]
        if isinstance(value, np.ndarray):
            return ["a", *_array(self, value)]
        return self.extension.write(self, Content(value))

    def _flat(self, value: dict[Any, Any]) -> Iterator[Any]:
        for key, item in list(value.items()):
            yield self.value(key)
            yield self.value(item)

    def frame(self, kind: bytes, body: Any) -> bytes:
        """Return a whole frame of JSON that `value` and `content` made.

        Args:
            kind: one byte, what the frame is for.
            body: the JSON.

        Raises:
            UnsendableError: when it would be too large.

        """
        text = kind + TO_JSON.encode(body).encode()
        if len(text) > LARGEST_TEXT or self.size > LARGEST_BUFFERS:
            raise UnsendableError("The value is too large to send.")
        return b"".join((HEAD.pack(len(text), self.size), text, *self.buffers))


@dataclass(frozen=True)
class Content:
    """Asks an `Extension` for what a numbered object holds now."""

    of: Any


AS_THEY_ARE = {type(None), bool, float, str}


def _integer(_: Writer, value: int) -> Any:
    if -(2**63) < value < 2**63:
        return int(value)
    if value.bit_length() > LONGEST_INTEGER:
        raise UnsendableError("The integer is too long.")
    return ["i", hex(value)]


def _list(writer: Writer, value: list[Any]) -> Any:
    writer.memo.add(value)
    return ["l", *[writer.value(item) for item in list(value)]]


def _dict(writer: Writer, value: dict[Any, Any]) -> Any:
    writer.memo.add(value)
    return ["d", *writer._flat(value)]


def _default_dict(writer: Writer, value: defaultdict[Any, Any]) -> Any:
    if value.default_factory is not dict:
        return writer.extension.write(writer, value)
    writer.memo.add(value)
    return ["dd", *writer._flat(value)]


def _set(writer: Writer, value: set[Any]) -> Any:
    writer.memo.add(value)
    return ["s", *[writer.value(item) for item in list(value)]]


def _sequence(tag: str) -> Callable[[Writer, Any], Any]:
    return lambda writer, value: [tag, *[writer.value(item) for item in value]]


def _numbers(tag: str) -> Callable[[Writer, Any], Any]:
    def write(writer: Writer, value: Any) -> Any:
        parts = (value.start, value.stop, value.step)
        return [tag, *[writer.value(part) for part in parts]]

    return write


def _array(writer: Writer, value: Any) -> list[Any]:
    return [value.dtype.str, *writer.buffer(_bytes_of(value)), *value.shape]


def _bytes_of(array: Any) -> bytes | memoryview:
    """Return an array's memory as it lies there, where it lies in one piece."""
    if array.flags.c_contiguous and array.size and array.dtype.kind in "biufc":
        return memoryview(array).cast("B")
    return array.tobytes()  # type: ignore[no-any-return]


def _ndarray(writer: Writer, value: Any) -> Any:
    if value.dtype.kind not in DTYPES:
        return writer.extension.write(writer, value)
    writer.memo.add(value)
    return ["a", *_array(writer, np.asarray(value))]


def _scalar(writer: Writer, value: Any) -> Any:
    if value.dtype.kind not in DTYPES:
        return writer.extension.write(writer, value)
    return ["n", value.dtype.str, *writer.buffer(value.tobytes())]


@dataclass(frozen=True)
class Apart:
    """A value that shares no numbers with the others of its frame."""

    value: Any


WRITERS: dict[type, Callable[[Writer, Any], Any]] = {
    Apart: lambda writer, it: writer.apart(it.value),
    int: _integer,
    complex: lambda _, value: ["c", value.real, value.imag],
    Fraction: lambda writer, it: ["q", *map(writer.value, it.as_integer_ratio())],
    bytes: lambda writer, value: ["y", *writer.buffer(value)],
    bytearray: lambda writer, value: ["y", *writer.buffer(bytes(value))],
    EllipsisType: lambda *_: ["e"],
    list: _list,
    tuple: _sequence("t"),
    frozenset: _sequence("f"),
    set: _set,
    dict: _dict,
    defaultdict: _default_dict,
    slice: _numbers("sl"),
    range: _numbers("ra"),
    np.ndarray: _ndarray,
}


@cache
def _for_subclass(kind: type) -> Callable[[Writer, Any], Any] | None:
    """Find how subclasses of numbers, text and arrays travel: as their base."""
    if issubclass(kind, np.ndarray):
        return _ndarray
    if issubclass(kind, np.generic):
        return _scalar
    if issubclass(kind, np.dtype):
        return lambda _, it: ["nd", it.str]
    if issubclass(kind, int):
        return lambda writer, it: _integer(writer, int.__index__(it))
    if issubclass(kind, float):
        return lambda _, it: float.__float__(it)
    if issubclass(kind, str):
        return lambda _, it: str.__str__(it)
    return None


# --- reading ------------------------------------------------------------------


@dataclass
class Reader:
    """Turns JSON and buffers back into one message."""

    extension: Extension
    data: memoryview
    memo: Memo = field(default_factory=Memo)
    depth: int = 0

    def value(self, made: Any) -> Any:
        """Return the value of some JSON.

        Raises:
            ProtocolError: when it is not what a `Writer` makes.

        """
        kind = type(made)
        if kind in AS_THEY_ARE:
            return made
        if kind is int and -(2**63) <= made < 2**63:
            return made
        if kind is not list or not made or type(made[0]) is not str:
            raise ProtocolError("A value has no tag.")
        self.depth += 1
        if self.depth > 2 * DEEPEST:
            raise ProtocolError("A value is nested too deeply.")
        tag, rest = made[0], made[1:]
        read = READERS.get(tag)
        found = read(self, rest) if read else self.extension.read(self, tag, rest)
        self.depth -= 1
        return found

    def bytes_at(self, start: Any, length: Any) -> memoryview:
        """Return a piece of the buffers."""
        whole = type(start) is int and type(length) is int
        if not whole or start < 0 or length < 0 or start + length > len(self.data):
            raise ProtocolError("A buffer lies outside its frame.")
        return self.data[start : start + length]

    def array(self, rest: list[Any]) -> Any:
        """Return an array of its own memory."""
        code, start, length, *shape = rest
        if any(type(size) is not int or size < 0 for size in shape) or len(shape) > 32:
            raise ProtocolError("An array has no such shape.")
        kind = dtype(code)
        count = 1
        for size in shape:
            count *= size
        if count * kind.itemsize != length:
            raise ProtocolError("An array does not fill its shape.")
        raw: Any = self.bytes_at(start, length)
        if not count:
            return np.zeros(shape, kind)
        if kind.kind == "b":  # a byte other than 0 and 1 would be neither
            return (np.frombuffer(raw, np.uint8) != 0).reshape(shape)
        if start % ALIGNED or raw.readonly:
            raw = bytearray(raw)
        return np.frombuffer(raw, kind).reshape(shape)

    def pairs(self, rest: list[Any], into: dict[Any, Any]) -> None:
        """Put keys and values, flat in a row, into a dictionary."""
        if len(rest) % 2:
            raise ProtocolError("A dictionary has a key without a value.")
        for place in range(0, len(rest), 2):
            into[self.value(rest[place])] = self.value(rest[place + 1])

    def members(self, rest: list[Any], into: set[Any]) -> set[Any]:
        """Put values into a set, one by one: no alarm interrupts a single long call."""
        for item in rest:
            into.add(self.value(item))
        return into

    def fill(self, target: Any, made: Any) -> None:
        """Make a numbered object hold what `Writer.content` wrote."""
        rest = made[1:]
        if isinstance(target, dict):
            new: dict[Any, Any] = {}
            self.pairs(rest, new)
            target.clear()
            target.update(new)
        elif isinstance(target, list):
            target[:] = [self.value(item) for item in rest]
        elif isinstance(target, set):
            items = self.members(rest, set())
            target.clear()
            target.update(items)
        elif isinstance(target, np.ndarray):
            new_array = self.array(rest)
            same = new_array.shape == target.shape and new_array.dtype == target.dtype
            if same and target.flags.writeable:
                target[...] = new_array
        else:
            self.extension.read(self, "fill", [target, made])


@lru_cache(100)
def dtype(code: Any) -> np.dtype[Any]:
    """Return one of the plain dtypes.

    Raises:
        ProtocolError: when it is none.
        TypeError: when its name is a list.

    """
    try:
        is_plain = type(code) is str and PLAIN_DTYPE.fullmatch(code)
        found: np.dtype[Any] | None = np.dtype(code) if is_plain else None
    except (TypeError, ValueError) as error:
        raise ProtocolError("There is no such dtype.") from error
    if found is None or found.kind not in DTYPES or found.fields or found.subdtype:
        raise ProtocolError("That dtype is not plain data.")
    return found


def _read_integer(_: Reader, rest: list[Any]) -> int:
    (text,) = rest
    if type(text) is not str or len(text) > LONGEST_INTEGER // 4 + 4:
        raise ProtocolError("An integer is too long.")
    return int(text, 16)


def _read_list(reader: Reader, rest: list[Any]) -> list[Any]:
    made: list[Any] = []
    reader.memo.add(made)
    made += [reader.value(item) for item in rest]
    return made


def _read_dict(reader: Reader, rest: list[Any]) -> dict[Any, Any]:
    made: dict[Any, Any] = {}
    reader.memo.add(made)
    reader.pairs(rest, made)
    return made


def _read_default_dict(reader: Reader, rest: list[Any]) -> dict[Any, Any]:
    made: dict[Any, Any] = defaultdict(dict)
    reader.memo.add(made)
    reader.pairs(rest, made)
    return made


def _read_set(reader: Reader, rest: list[Any]) -> set[Any]:
    made: set[Any] = set()
    reader.memo.add(made)
    return reader.members(rest, made)


def _read_reference(reader: Reader, rest: list[Any]) -> Any:
    (number,) = rest
    if type(number) is not int or not 0 <= number < len(reader.memo.objects):
        raise ProtocolError("There is no object of that number.")
    return reader.memo.objects[number]


def _read_ndarray(reader: Reader, rest: list[Any]) -> Any:
    made = reader.array(rest)
    reader.memo.add(made)
    return made


def _read_scalar(reader: Reader, rest: list[Any]) -> Any:
    return reader.array(rest)[()]


def _read_complex(_: Reader, rest: list[Any]) -> complex:
    real, imaginary = rest
    if type(real) is not float or type(imaginary) is not float:
        raise ProtocolError("A complex number has other parts than numbers.")
    return complex(real, imaginary)


def _read_fraction(reader: Reader, rest: list[Any]) -> Fraction:
    above, below = (reader.value(part) for part in rest)
    if type(above) is not int or type(below) is not int or below <= 0:
        raise ProtocolError("A fraction has other parts than whole numbers.")
    return Fraction(above, below)


def _read_slice(reader: Reader, rest: list[Any]) -> slice:
    start, stop, step = (reader.value(part) for part in rest)
    return slice(start, stop, step)


def _read_range(reader: Reader, rest: list[Any]) -> range:
    start, stop, step = (reader.value(part) for part in rest)
    made = range(start, stop, step)
    if len(made) > LARGEST_TEXT:  # a test that looks through it would not come back
        raise ProtocolError("A range is too long.")
    return made


def _read_apart(reader: Reader, rest: list[Any]) -> Any:
    (made,) = rest
    return Reader(reader.extension, reader.data, Memo(), reader.depth).value(made)


READERS: dict[str, Callable[[Reader, list[Any]], Any]] = {
    "x": _read_apart,
    "i": _read_integer,
    "c": _read_complex,
    "q": _read_fraction,
    "y": lambda reader, rest: bytes(reader.bytes_at(*rest)),
    "e": lambda *_: ...,
    "l": _read_list,
    "t": lambda reader, rest: tuple([reader.value(item) for item in rest]),
    "f": lambda reader, rest: frozenset(reader.members(rest, set())),
    "s": _read_set,
    "d": _read_dict,
    "dd": _read_default_dict,
    "sl": _read_slice,
    "ra": _read_range,
    "a": _read_ndarray,
    "n": _read_scalar,
    "nd": lambda _, rest: dtype(*rest),
    "r": _read_reference,
}

MALFORMED = (
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
    MemoryError,
)


class strictly:  # noqa: N801  # reads as a function
    """Turn whatever goes wrong while a frame is read into `ProtocolError`.

    Every message needs it twice, and `contextlib` takes three times as long.
    """

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Raise what stands for the error."""
        if isinstance(error, MALFORMED):
            kind = type(error).__name__
            raise ProtocolError(f"A frame is malformed: {kind}.") from error


class Frame(NamedTuple):
    """One frame as it came."""

    kind: bytes
    text: bytes
    data: memoryview

    def body(self) -> Any:
        """Return the JSON.

        Raises:
            ProtocolError: when it is none.

        """
        with strictly():
            return json.loads(self.text.decode())


def receive(stream: BufferedIOBase) -> Frame:
    """Read one frame from a channel's file.

    Raises:
        EOFError: when the other side is gone.
        ProtocolError: when the frame would be too large.

    """
    text_size, data_size = HEAD.unpack(_exactly(stream, HEAD.size))
    if text_size > LARGEST_TEXT or data_size > LARGEST_BUFFERS:
        raise ProtocolError("A frame is too large.")
    text = bytes(_exactly(stream, text_size))
    return Frame(text[:1], text[1:], _exactly(stream, data_size))


def _exactly(stream: BufferedIOBase, size: int) -> memoryview:
    """Read so many bytes; memory grows with what comes, not with what is promised."""
    data = bytearray(min(size, FRAGMENT))
    filled = 0
    while filled < size:
        if filled == len(data):
            data += bytes(min(size - filled, len(data)))
        with memoryview(data) as view:
            count = stream.readinto(view[filled:])
        if not count:
            raise EOFError("The other process is gone.")
        filled += count
    return memoryview(data)
