"""A worker that says whatever can be said makes the grader do nothing beside.

While a message is read and answered, and no function that a test lent is running, the
grader's process opens, imports, compiles and starts nothing: Python's own audit hook
watches. What the test then gets is plain data, an error, or the end of the worker.
"""

from __future__ import annotations

import json
import resource
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the engine is made of Linux's own parts", allow_module_level=True)

import torch

import deeplearning.training  # noqa: F401  # as a release's tests import it
from homework.grading.wire import failures, tensors  # noqa: F401  # as grading does
from homework.grading.wire.frames import HEAD
from homework.grading.wire.peer import Peer
from homework.grading.wire.remotes import LostError, OfSubclass, Remote

FORBIDDEN = ("import", "open", "exec", "compile", "ctypes.", "subprocess.", "socket.")
ALSO_FORBIDDEN = ("os.", "shutil.", "pickle.", "marshal.", "code.__new__", "tempfile.")
PLAIN = (int, float, str, bytes, bool, complex, tuple, list, dict, set, frozenset)
WORN_OUT = 200 * 2**20  # bytes of memory that a message may not cost


class Watch:
    """What the audit hook saw while it was told to look."""

    def __init__(self) -> None:
        self.looks = False
        self.seen: list[str] = []

    def __call__(self, event: str, _: object) -> None:
        """Take in one event."""
        if self.looks and event.startswith((*FORBIDDEN, *ALSO_FORBIDDEN)):
            self.seen.append(event)


WATCH = Watch()
sys.addaudithook(WATCH)


class Tape:
    """A channel on which a hostile worker's frames come, whatever is sent."""

    def __init__(self, said: bytes) -> None:
        self.said = said

    def sendall(self, _: bytes) -> None:
        """Listen to nothing."""

    def makefile(self, *_: Any) -> BytesIO:
        """Give what is said, and nothing after it."""
        return BytesIO(self.said)


@contextmanager
def unwatched() -> Iterator[None]:
    """Look away: a lent function runs, which may do what it likes."""
    before, WATCH.looks = WATCH.looks, False
    try:
        yield
    finally:
        WATCH.looks = before


class Lender:
    """What a test lends, asks and keeps for itself."""

    def __init__(self, said: bytes) -> None:
        self.peer = Peer(Tape(said), trusts=False)  # type: ignore[arg-type]
        self.peer.handlers = {"check": lambda *_: True}
        self.calls: list[Any] = []
        self.secret = np.random.default_rng(1)

    def lent(self, *args: Any, **kwargs: Any) -> Any:
        """Remember how it was called, and give what was asked for."""
        with unwatched():
            self.calls.append((args, kwargs))
            gives = [self.lent], args, {"a": torch.ones(2)}, np.ones(2)
            return gives[min(len(args), 3)]

    def ask(self) -> Any:
        """Call a worker's function with all that a test may send."""
        target = self.peer.remote(1, "function", "__call__")
        model = torch.nn.Linear(2, 1)
        args = (self.lent, np.zeros(2), [1, {"a": 2}], torch.zeros(2), model)
        try:
            WATCH.looks = True
            return self.peer.request("call", target, args, {})
        finally:
            WATCH.looks = False


def frame(kind: str, body: Any, data: bytes = bytes(32)) -> bytes:
    """Return a frame whose lengths are right."""
    text = kind.encode() + json.dumps(body).encode()
    return HEAD.pack(len(text), len(data)) + text + data


# --- a grammar of what a worker can say ---------------------------------------

NUMBERS = st.integers(-1, 12)
NAMES = st.sampled_from(
    [
        *("__class__", "__globals__", "__reduce__", "tofile", "params", "weight", "a"),
        *("os", "builtins", "torch.nn.modules.linear", "deeplearning.training"),
        *("given", "checks.answers", "Linear", "Settings", "Popen", "eval", "system"),
        *("torch.optim.sgd", "SGD", "subprocess", "float32", "int64", "<f8", "|O"),
        *("cpu", "meta", "cuda", "function", "__call__", "__iter__", "__array__"),
    ]
)
ATOMS = st.none() | st.booleans() | NUMBERS | st.floats() | NAMES
PLACE = st.sampled_from([(0, 0), (0, 8), (0, 16), (8, 8), (16, 16), (0, -1), (0, 40)])


def tagged(inner: Any) -> Any:
    """Make values of every tag, right and nearly right, out of such values."""
    some = st.lists(inner, max_size=4)
    pairs = st.lists(st.tuples(NAMES, inner).map(list), max_size=3)

    def of(tag: str, *parts: Any) -> Any:
        return st.tuples(st.just(tag), *parts).map(list)

    def flat(tag: str) -> Any:
        return some.map(lambda items: [tag, *items])

    shape = st.lists(st.integers(0, 4), max_size=3)
    array = st.tuples(st.sampled_from(["<f8", "<i4", "|b1", "|O", "<U2"]), PLACE, shape)
    tensor = st.tuples(NAMES, shape, PLACE, NUMBERS, st.none() | inner, NUMBERS)
    return st.one_of(
        *(flat(tag) for tag in "ltfsdxreiqc"),
        *(
            flat(tag)
            for tag in ("dd", "sl", "ra", "own", "fill", "nd", "ts", "td", "tv")
        ),
        of("o", NUMBERS),
        of("h", NUMBERS, NAMES, NAMES),
        of("g", NAMES, NAMES),
        of("D", NAMES, NAMES, flat("d")),
        of("P", NAMES, NAMES, inner, inner, inner),
        of("O", of("o", NUMBERS), pairs, some),
        of("TO", NUMBERS, inner),
        st.tuples(st.sampled_from("ltd"), of("h", NUMBERS, NAMES), some).map(
            lambda parts: ["sub", parts[0], parts[1], *parts[2]]
        ),
        array.map(lambda parts: ["a", parts[0], *parts[1], *parts[2]]),
        tensor.map(lambda p: ["T", p[0], p[1], *p[2], *p[3:]]),
        st.tuples(NUMBERS, some, NAMES, shape, PLACE).map(
            lambda p: ["G", *p[:4], *p[4]]
        ),
        st.tuples(
            st.tuples(NAMES, NAMES).map(list) | of("h", NUMBERS, NAMES),
            st.booleans(),
            *(pairs for _ in range(4)),
            st.booleans(),
        ).map(lambda parts: ["M", *parts]),
    )


LINEAR = ["torch.nn.modules.linear", "Linear"]
WEIGHT = ["T", "float32", [1, 2], 0, 8, 3, None, 0]
RIGHT = (
    *(1, 2.5, "x", None, True, ["i", "0xfffffffffffffffffff"], ["q", 1, 3], ["e"]),
    *(["c", 1.0, 2.0], ["y", 0, 4], ["sl", 0, None, 1], ["ra", 0, 3, 1], ["nd", "<f4"]),
    *(["a", "<f8", 0, 16, 2], ["a", "<i4", 0, 16, 2, 2], ["n", "<f8", 0, 8]),
    *(["ts", 2, 3], ["td", "float32"], ["tv", "cpu"], ["r", 0], ["o", 1]),
    *(["h", 3, "function", "__call__"], ["h", 4, "Net", "__iter__", "__array__"]),
    *(["sub", "t", ["h", 5, "Cache"], 1, 2], ["sub", "d", ["h", 6, "Own"], "a", 1]),
    ["D", "deeplearning.nowhere", "Thing", ["d"]],
    ["D", "deeplearning.data", "Dataset", ["d"]],
    ["M", ["checks.nowhere", "Layer"], True, [], [], [], [], True],
    WEIGHT,
    ["T", "int64", [2], 0, 16, 0, None, 0],
    ["T", "float64", [2], 0, 16, 1, None, 9],
    ["G", 8, [WEIGHT], "float32", [2], 0, 8],
    ["M", LINEAR, True, [["in_features", 2]], [["weight", WEIGHT]], [], [], True],
    ["M", ["h", 7, "Net", "__call__"], False, [], [["w", WEIGHT]], [], [], False],
)
WELL = st.recursive(
    st.sampled_from(RIGHT),
    lambda inner: (
        st.builds(
            lambda tag, items: [tag, *items],
            st.sampled_from("ltsf"),
            st.lists(inner, max_size=3),
        )
        | st.lists(st.tuples(st.text(max_size=3), inner), max_size=3).map(
            lambda pairs: ["d", *(part for pair in pairs for part in pair)]
        )
    ),
    max_leaves=5,
)
VALUES = WELL | st.recursive(ATOMS, tagged, max_leaves=6)
OPERATIONS = st.sampled_from(
    [
        *("call", "call", "call", "check", "get", "set", "special", "copy", "forward"),
        *("backward", "train", "switch", "sync", "cell", "done", "hidden", "name"),
    ]
)
LENT = st.integers(1, 6).map(lambda number: ["o", number])
ODDLY = st.none() | st.lists(st.lists(VALUES, max_size=3), max_size=2)
REQUESTS = st.tuples(
    OPERATIONS,
    st.tuples(LENT | VALUES, VALUES, VALUES).map(list) | st.lists(VALUES, max_size=3),
    st.none() | st.tuples(st.booleans(), st.none()).map(list),
    st.just([]) | ODDLY,
    st.just([]) | ODDLY,
    NUMBERS,
)
CALLS = st.lists(VALUES, max_size=3).map(
    lambda args: ["call", [["o", 1], ["t", *args], ["d"]], None, [], [], 1]
)
FAILURES = st.tuples(
    NAMES | st.text(max_size=5),
    st.sampled_from(["ValueError", "SystemExit", "ExceptionGroup", "object", "eval"]),
    st.text(max_size=9),
    st.integers(-1, 12),
    st.text(max_size=9),
).map(list)
ENDS: Any = st.tuples(
    st.none() | st.tuples(st.booleans(), st.none()).map(list),
    st.just([]) | st.lists(st.tuples(NUMBERS, VALUES).map(list), max_size=3),
    st.just([]) | ODDLY,
    st.just([]) | ODDLY,
    st.just([]) | st.lists(st.tuples(NUMBERS, NUMBERS).map(list), max_size=2),
    st.just(1) | NUMBERS,
) | st.just((None, [], [], [], [], 1))
REPLIES = st.one_of(
    st.tuples(VALUES, ENDS).map(lambda both: frame("=", [both[0], *both[1]])),
    st.tuples(FAILURES, ENDS).map(lambda both: frame("!", [both[0], *both[1]])),
)
SAID = st.tuples(
    st.lists(CALLS.map(lambda body: frame("?", body)), max_size=3),
    st.lists(REQUESTS.map(lambda body: frame("?", list(body))), max_size=1),
    REPLIES,
).map(lambda parts: b"".join([*parts[0], *parts[1], parts[2]]))


@pytest.mark.slow
@given(SAID)
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_worker_says_the_grader_does_nothing_beside(said: bytes) -> None:
    WATCH.seen.clear()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    test = Lender(said)
    try:
        found = test.ask()
    except LostError:
        found = None
    except (Exception, SystemExit) as error:
        found = None
        if type(error).__module__ != failures.__name__:  # not the student's own
            raise
    assert WATCH.seen == []
    assert test.peer._callable == {1}  # what was lent, and nothing since
    assert_harmless(found)
    for args, kwargs in test.calls:
        assert_harmless(args, test)
        assert_harmless(kwargs, test)
    assert (
        test.secret.bit_generator.state == np.random.default_rng(1).bit_generator.state
    )
    now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (now - before) * 1024 < WORN_OUT


def assert_harmless(
    value: Any, test: Lender | None = None, looked_at: set[int] | None = None
) -> None:
    """Assert that a value is plain data, the worker's own, or what was lent.

    A list may hold itself, twice and more, so each is looked at once.
    """
    looked_at = set() if looked_at is None else looked_at
    if value is None or value is ... or isinstance(value, Remote | OfSubclass):
        return
    if isinstance(value, np.ndarray | np.generic):
        assert not value.dtype.hasobject
    elif isinstance(value, list | tuple | set | frozenset | dict):
        items = [*value, *value.values()] if isinstance(value, dict) else [*value]
        if id(value) not in looked_at:
            looked_at.add(id(value))
            for item in items:
                assert_harmless(item, test, looked_at)
    elif not isinstance(value, PLAIN):
        lent = test is not None and value == test.lent
        ours = type(value).__module__.partition(".")[0]
        known = ("torch", "numpy", "fractions", "builtins", "deeplearning", "homework")
        assert lent or ours in known, type(value)


def test_a_list_that_holds_itself_is_looked_at_once() -> None:
    knot: list[Any] = []
    knot += [knot] * 9
    assert_harmless(knot)
    with pytest.raises(AssertionError):
        assert_harmless([knot, type("Other", (), {"__module__": "os"})()])


def test_the_watch_sees_what_it_should() -> None:
    WATCH.seen.clear()
    WATCH.looks = True
    try:
        compile("1", "x", "eval")
        with pytest.raises(ImportError):
            __import__("no_such_module_anywhere")
        socket.socket().close()
        with unwatched():
            compile("2", "x", "eval")
    finally:
        WATCH.looks = False
    assert sorted({event.partition(".")[0] for event in WATCH.seen}) >= ["compile"]
    assert {"compile", "import", "socket.__new__"} <= set(WATCH.seen)
    assert WATCH.seen.count("compile") == 1


def test_an_error_is_raised_without_compiling() -> None:
    WATCH.seen.clear()
    reply = ["Own", "ValueError", "no luck", 7, "raise Own('no luck')"]
    test = Lender(frame("!", [reply, None, [], [], [], [], 1]))
    with pytest.raises(ValueError, match="no luck") as caught:
        test.ask()
    assert WATCH.seen == []
    last = caught.traceback[-1]
    assert (last.path, last.lineno + 1) == ("<cell>", 7)


def test_a_lent_function_is_called_and_answers_with_plain_data() -> None:
    call = ["call", [["o", 1], ["t", 5], ["d"]], None, [], [], 1]
    test = Lender(frame("?", call) * 3 + frame("=", [2, None, [], [], [], [], 1]))
    assert test.ask() == 2
    assert test.calls == [((5,), {})] * 3
