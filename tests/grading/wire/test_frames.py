"""Laws of the language between the two processes."""

from __future__ import annotations

import json
import math
import socket
from io import BytesIO
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from homework.grading.wire.frames import (
    HEAD,
    LARGEST_BUFFERS,
    Frame,
    Memo,
    ProtocolError,
    Reader,
    UnsendableError,
    Writer,
    receive,
    strictly,
)
from homework.grading.wire.peer import Peer

DTYPES = st.one_of(
    hnp.boolean_dtypes(),
    hnp.integer_dtypes(endianness="="),
    hnp.floating_dtypes(endianness="="),
    hnp.complex_number_dtypes(endianness="="),
    hnp.unicode_string_dtypes(endianness="=", max_len=5),
)
ARRAYS = hnp.arrays(
    DTYPES, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**200), 2**200),
    st.floats(),
    st.complex_numbers(),
    st.fractions(),
    st.text(),
    st.binary(),
    st.just(...),
    st.builds(slice, st.integers(0, 9), st.none() | st.integers(0, 9)),
    st.builds(range, st.integers(0, 9), st.integers(0, 9)),
)
KEYS = st.one_of(st.text(), st.integers(), st.tuples(st.integers(), st.text()))
VALUES = st.recursive(
    SCALARS | ARRAYS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(KEYS, inner, max_size=4),
        st.sets(KEYS, max_size=4),
        st.frozensets(KEYS, max_size=4),
    ),
    max_leaves=12,
)


def end() -> Peer:
    """Make a peer that believes nothing, and talks to nobody."""
    nobody = SimpleNamespace(makefile=lambda *_: BytesIO())
    return Peer(cast(Any, nobody), trusts=False)


def sent(value: Any) -> bytes:
    writer = Writer(end())
    return writer.frame(b"=", writer.value(value))


def read(whole: bytes) -> Any:
    size, _ = HEAD.unpack_from(whole)
    start = HEAD.size + size
    frame = Frame(
        b"=", whole[HEAD.size + 1 : start], memoryview(bytearray(whole[start:]))
    )
    with strictly():
        return Reader(end(), frame.data, Memo()).value(frame.body())


def alike(a: Any, b: Any) -> bool:
    """Say whether two values are the same to the bit, types included."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return bool(
            a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
        )
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(alike, a, b))
    if isinstance(a, dict):
        return alike(list(a.items()), list(b.items()))
    if isinstance(a, float):
        same = math.isnan(a) and math.isnan(b)
        return same or (a == b and math.copysign(1, a) == math.copysign(1, b))
    if isinstance(a, complex):
        return alike((a.real, a.imag), (b.real, b.imag))
    return bool(a == b)


@given(VALUES)
def test_plain_data_arrives_as_it_was(value: Any) -> None:
    assert alike(read(sent(value)), value)


@given(ARRAYS)
def test_order_and_steps_of_memory_do_not_matter(array: Any) -> None:
    for view in (array, array.T, array[::-1] if array.ndim else array):
        assert alike(read(sent(view)), np.ascontiguousarray(view).reshape(view.shape))


@given(st.lists(ARRAYS, min_size=1, max_size=3))
def test_what_occurs_twice_stays_one_object(arrays: list[Any]) -> None:
    found = read(sent([arrays, arrays[0], {"again": arrays}]))
    assert found[1] is found[0][0]
    assert found[2]["again"] is found[0]


def test_a_list_may_hold_itself() -> None:
    knot: list[Any] = [1]
    knot.append(knot)
    found = read(sent(knot))
    assert found[1] is found


def test_subclasses_of_numbers_text_and_arrays_become_plain() -> None:
    class Always(int):
        def __eq__(self, _: object) -> bool:
            return True

        __hash__ = int.__hash__

    assert type(read(sent(Always(3)))) is int
    plain = np.zeros(2)
    assert type(read(sent(np.ndarray.view(plain, np.matrix)))) is np.ndarray


@given(st.binary(max_size=200), st.binary(max_size=60))
def test_bytes_are_a_value_or_a_protocol_error(text: bytes, data: bytes) -> None:
    frame = Frame(b"=", text, memoryview(bytearray(data)))
    try:
        with strictly():
            Reader(end(), frame.data, Memo()).value(frame.body())
    except ProtocolError:
        return


PLAIN_TAGS = ("i", "c", "y", "e", "l", "t", "f", "s", "d", "dd", "sl", "ra", "a", "n")
OTHER_TAGS = ("nd", "r", "x", "h", "o", "sub", "g", "D", "T", "TO", "G", "M", "O", "P")
TAGS = st.sampled_from((*PLAIN_TAGS, *OTHER_TAGS, "ts", "td", "tv", "fill", "?"))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 2**70)
    | st.floats()
    | st.text(max_size=6),
    lambda inner: st.builds(
        lambda tag, rest: [tag, *rest], TAGS, st.lists(inner, max_size=6)
    ),
    max_leaves=10,
)


@given(JSON, st.binary(max_size=64))
@settings(max_examples=300)
def test_any_json_is_a_value_or_a_protocol_error(made: Any, data: bytes) -> None:
    try:
        with strictly():
            Reader(end(), memoryview(bytearray(data)), Memo()).value(made)
    except ProtocolError:
        return


@given(VALUES, st.data())
def test_a_changed_frame_is_a_value_or_a_protocol_error(value: Any, data: Any) -> None:
    whole = bytearray(sent(value))
    for _ in range(3):
        place = data.draw(
            st.integers(HEAD.size + 1, max(HEAD.size + 1, len(whole) - 1))
        )
        if place < len(whole):
            whole[place] = data.draw(st.integers(0, 255))
    try:
        read(bytes(whole))
    except ProtocolError:
        return


BAD = {
    "a buffer beyond the frame": ["a", "<f8", 0, 80, 10],
    "a negative place": ["a", "<f8", -8, 8, 1],
    "a shape that is not filled": ["a", "<f8", 0, 8, 2**40],
    "a negative size": ["a", "<f8", 0, 8, -1, -1],
    "objects": ["a", "|O", 0, 8, 1],
    "a structure": ["a", "f8,f8", 0, 16, 1],
    "a number that was not given": ["r", 0],
    "a handle that was not given": ["o", 1],
    "a name to import": ["g", "os", "system"],
    "a class of the system": ["D", "subprocess", "Popen", ["d"]],
    "a private module": ["D", "checks.answers.os", "system", ["d"]],
    "an unhashable key": ["d", ["l"], 1],
    "a key without a value": ["d", 1],
    "a range that is larger than what comes": ["ra", 0, 2**40, 1],
    "a range without a length": ["ra", 0, 2**62, 1],
    "an empty array of long texts": ["a", "<U400000000", 0, 0, 0],
    "a long integer": ["i", "0x" + "f" * 10_000],
}


@pytest.mark.parametrize("made", BAD.values(), ids=BAD)
def test_the_decoder_refuses(made: Any) -> None:
    with pytest.raises(ProtocolError), strictly():
        Reader(end(), memoryview(bytearray(8)), Memo()).value(made)


def test_the_decoder_refuses_depth() -> None:
    made: Any = ["l"]
    for _ in range(500):
        made = ["l", made]
    with pytest.raises(ProtocolError), strictly():
        Reader(end(), memoryview(b""), Memo()).value(made)
    frame = Frame(b"=", b"[" * 10**6, memoryview(b""))
    with pytest.raises(ProtocolError):
        frame.body()


def test_the_encoder_refuses_depth() -> None:
    value: Any = []
    for _ in range(500):
        value = [value]
    with pytest.raises(UnsendableError):
        sent(value)


def test_a_frame_that_promises_much_takes_no_memory() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(HEAD.pack(4, LARGEST_BUFFERS) + b"=nul")
        theirs.shutdown(socket.SHUT_WR)
        with pytest.raises(EOFError):
            receive(ours.makefile("rb"))
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(HEAD.pack(2**31, 0))
        with pytest.raises(ProtocolError):
            receive(ours.makefile("rb"))


def test_json_of_a_frame_is_what_json_says() -> None:
    whole = sent([1.5, "é", None])
    size, buffers = HEAD.unpack_from(whole)
    assert buffers == 0
    assert json.loads(whole[HEAD.size + 1 : HEAD.size + size]) == ["l", 1.5, "é", None]
