"""One end of the pipe between a test and a student's code: calls, and what they carry.

Both processes run a `Peer`. Each owns objects that the other knows by a number only, as
a `Remote`, which turns back into the object itself on its way home. While one side
waits for a reply it answers the other's requests, so calls nest.

The two are not alike. The grader may ask anything of the worker's objects: call them,
index them, read and set attributes. The worker may do one thing with the grader's: call
what the running test has *lent* it, by number. What comes of such a call is plain data
or an error, and never a new number.

Arguments that are changed in place are changed for the caller too. Attributes that the
grader asked for are held, and what a test changed in them goes back before the next
request that names the object: `model.params["W1"] = w` works.
"""

from __future__ import annotations

import importlib
import operator
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from itertools import count
from numbers import Real
from socket import socket
from types import ModuleType
from typing import Any

import numpy as np

from homework.grading.wire.failures import Failure, texts
from homework.grading.wire.frames import (
    BUFFERED,
    DTYPES,
    Apart,
    Frame,
    Memo,
    ProtocolError,
    Reader,
    UnsendableError,
    Writer,
    receive,
    strictly,
)
from homework.grading.wire.names import (
    SHARED,
    importable_class,
    name_of,
    shared_class,
)
from homework.grading.wire.remotes import (
    PLAIN,
    SPECIAL,
    LostError,
    OfSubclass,
    Remote,
    remote_class,
)
from homework.grading.wire.states import HELD, deep_state, replace, same

MOST_LENT = 100  # lists and dicts of the other side that are known again
OUTDATED = object()  # a state that nothing has
ENDED = "the code ended its process: an exit, a crash, or too little memory"
VALUE, PACKED, UNCHANGED = "value", "packed", "unchanged"  # what `get` answers


class CopyLostError(LostError):
    """A copy of the worker ended before it answered; the worker itself goes on."""

    def __init__(self, reply: Frame) -> None:
        super().__init__(ENDED)
        self.reply = reply


class _losing:  # noqa: N801  # reads as a function
    """Tell a lost worker from an error of the student's, which tests explain.

    A worker that was lost stays so: what a test does in `finally`, such as putting
    names back, would otherwise wait for it without end.
    """

    def __init__(self, peer: Peer) -> None:
        self.peer = peer

    def __enter__(self) -> None:
        """Refuse to go on with a worker that was lost.

        Raises:
            LostError: when it was.

        """
        if self.peer.lost:
            raise LostError(self.peer.lost)

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Raise what stands for the error."""
        peer = self.peer
        if isinstance(error, CopyLostError):
            return
        if isinstance(error, LostError):
            peer.lost = peer.lost or str(error)
        if peer.trusts or not isinstance(error, ProtocolError | EOFError | OSError):
            return
        ended = isinstance(error, EOFError | OSError)
        peer.lost = ENDED if ended else str(error)
        raise LostError(peer.lost) from error


@dataclass
class Peer:
    """One end of the pipe.

    Attributes:
        channel: to the other end.
        trusts: whether what comes is believed: in the student's process only.
        handlers: what the other side may ask for beyond `OPERATIONS`, by name.
        lost: why the other side is gone; from then on it is asked for nothing.

    """

    channel: socket
    trusts: bool
    handlers: dict[str, Callable[..., Any]] = field(default_factory=dict)
    owned: dict[int, Any] = field(default_factory=dict)
    remotes: dict[int, Any] = field(default_factory=dict)
    requests: int = 0
    lost: str = ""

    def __post_init__(self) -> None:
        """Start without any objects."""
        self._stream: Any = self.channel.makefile("rb", BUFFERED)
        self._numbers: dict[int, int] = {}
        self._next = count(1)
        self._told: dict[tuple[int, str], Any] = {}
        self._holding: dict[int, Remote] = {}
        self.origins: dict[int, tuple[Any, int]] = {}  # by id: tensors that came
        self.graphs: dict[int, Any] = {}  # of tensors that were sent, by number
        self.shared: dict[tuple[str, int], tuple[Any, bytes, Any]] = {}  # parameters
        self._outdated: list[int] = []  # numbers of what the other side has otherwise
        self._lent: dict[int, tuple[Any, int, Any]] = {}  # by id: what came, its state
        self._callable: set[int] = set()  # numbers of what the running test has lent

    def close(self) -> None:
        """Close the pipe."""
        self._stream.close()
        self.channel.close()

    def forget(self) -> None:
        """Let go of all objects of both sides; old remotes are of no use any more."""
        self.owned.clear()
        self.remotes.clear()
        self._numbers.clear()
        self._told.clear()
        self._holding.clear()
        self.origins.clear()
        self.graphs.clear()
        self.shared.clear()
        self._lent.clear()
        self._callable.clear()

    # --- asking ---

    def request(self, operation: str, *operands: Any) -> Any:
        """Ask the other side for something and wait for the result.

        Raises:
            LostError: on the side that does not trust, when there is no answer.
            Exception: the error of the other side, as a built-in one.

        """
        with _losing(self):
            result, error = self._request(operation, *operands)
        if error is not None:  # the student's, of whatever kind: nobody is lost
            raise error
        return result

    def _request(
        self, operation: str, *operands: Any
    ) -> tuple[Any, BaseException | None]:
        error = None
        memo = Memo()
        writer = Writer(self, memo)
        body = [operation, [writer.value(operand) for operand in operands]]
        body += [ambience(writer), self._changes_of_held(writer)]
        body.append(self._changes_of_shared(writer))
        known = len(memo.objects)
        self.requests += 1
        serial = self.requests
        self.channel.sendall(writer.frame(b"?", [*body, serial]))
        frame, body = self._reply(serial)
        reader = Reader(self, frame.data, memo)
        with strictly():
            result, surroundings, changes, fresh, shared, kept, _ = body
            if frame.kind == b"!":
                error = Failure(*texts(result)).error()
            elif frame.kind == b"=":
                result = reader.value(result)
            else:
                raise ProtocolError("A frame is of no kind.")
            take_ambience(reader, surroundings, mode=False, state=self.trusts)
            for number, content in changes:
                if type(number) is not int or not 0 <= number < known:
                    raise ProtocolError("A change is of no argument.")
                reader.fill(memo.objects[number], content)
            self._take_shared(reader, shared)
            self._take_lent(memo, known, kept)
            for number, name in fresh:
                held = self.remotes[number]._held
                held[name] = (*held[name][:2], self.requests)
        self._outdated = []  # what came back in a reply is nobody's argument
        return result, error

    def _reply(self, serial: int) -> tuple[Frame, list[Any]]:
        """Serve the other side until it replies to a request; return reply and JSON.

        Raises:
            CopyLostError: when that is the reply to an earlier request, which a copy of
                the other side was answering, and the copy has ended.

        """
        try:
            while (frame := receive(self._stream)).kind == b"?":
                self.serve(frame)
        except CopyLostError as lost:
            frame = lost.reply
        with strictly():
            body = frame.body()
            replied = body[-1]
        if replied == serial:
            return frame, body
        if type(replied) is int and 0 < replied < serial and not self.trusts:
            raise CopyLostError(frame)
        raise ProtocolError("A reply is to no request.")

    def get(self, remote: Remote, name: str) -> Any:
        """Return an attribute; a mutable one stays the same from call to call."""
        held, seen, at = remote._held.get(name, (None, None, None))
        if at == self.requests:
            return held
        how, told = self.request("get", remote, name, held is not None)
        if how == VALUE:
            return told
        if how == UNCHANGED and held is not None:
            remote._held[name] = (held, seen, self.requests)
            return held
        found = told
        if held is not None and replace(held, found):
            found = held
        remote._held[name] = (found, deep_state(found), self.requests)
        self._holding[remote._number] = remote
        return found

    def _changes_of_held(self, writer: Writer) -> list[Any]:
        changes = []
        for remote in self._holding.values():
            for name, (held, seen, at) in list(remote._held.items()):
                now = deep_state(held)
                if now != seen:
                    changes.append([remote._number, name, writer.apart(held)])
                    remote._held[name] = (held, now, at)
        return changes

    # --- answering ---

    def serve_next(self) -> None:
        """Wait for one request and answer it.

        Raises:
            LostError: as in `request`.

        """
        with _losing(self):
            frame = receive(self._stream)
            if frame.kind != b"?":
                raise ProtocolError("A request was expected.")
            self.serve(frame)

    def serve(self, frame: Frame) -> None:
        """Answer one request.

        Raises:
            LostError: on the side that does not trust, whatever went wrong.

        """
        torch = _tensors()
        recorded = torch.records_gradients() if torch else True
        try:
            self._serve(frame)
        except Exception as error:
            if self.trusts or isinstance(error, ProtocolError | OSError | EOFError):
                raise
            raise LostError(f"it sent nonsense ({type(error).__name__})") from error
        finally:
            if torch:
                torch.record_gradients(recorded)

    def _serve(self, frame: Frame) -> None:
        memo = Memo()
        reader = Reader(self, frame.data, memo)
        with strictly():
            operation, operands, surroundings, held, shared, serial = frame.body()
            handler = self._handler(operation, operands)
            operands = [reader.value(operand) for operand in operands]
            take_ambience(reader, surroundings, mode=True, state=self.trusts)
            self._take_held(reader, held)
            self._take_shared(reader, shared)
        watched = [(value, state_of(self, value)) for value in memo.objects]
        for number in self._outdated:
            watched[number] = memo.objects[number], OUTDATED
        self._outdated = []
        kind, writer = b"=", Writer(self, memo, lends=self.trusts)
        try:
            result = writer.value(handler(self, *operands))
        except self._caught as error:
            failure = Failure.of(error, tells_line=self.trusts)
            kind, result = b"!", list(vars(failure).values())
            memo.cut(len(watched))
            writer = Writer(self, memo, lends=self.trusts)
        body = [result, ambience(writer), list(_changes(self, writer, watched))]
        called = self.trusts and operation == "call"
        body.append(list(self._fresh(operands)) if called else [])
        body.append(self._changes_of_shared(writer))
        body.append(self._keep(memo, len(watched)) if called else [])
        self.channel.sendall(writer.frame(kind, [*body, serial]))

    def _handler(self, operation: Any, operands: Any) -> Callable[..., Any]:
        """Return what answers a request.

        Raises:
            ProtocolError: when nothing does, or when a worker calls anything else than
                what was lent to it.

        """
        if type(operands) is not list or type(operation) is not str:
            raise ProtocolError("A request is none.")
        if handler := self.handlers.get(operation):
            return handler
        if not self.trusts:
            if operation != "call" or not self._is_lent_call(*operands):
                raise ProtocolError("There is no such operation.")
            return _call
        torch = _tensors()
        for known in (OPERATIONS, torch.OPERATIONS if torch else {}):
            if operation in known:
                found: Callable[..., Any] = known[operation]
                return found
        raise ProtocolError("There is no such operation.")

    def _is_lent_call(self, target: Any, args: Any, kwargs: Any) -> bool:
        """Say whether the JSON of a call names what the running test has lent."""
        del args, kwargs
        return (
            type(target) is list
            and len(target) == 2
            and target[0] == "o"
            and type(target[1]) is int
            and target[1] in self._callable
        )

    def _fresh(self, operands: list[Any]) -> Iterator[list[Any]]:
        """List what was told of a method's object and is still true after the call.

        Loops ask for ``model.params`` after every ``model.loss(X, y)``.
        """
        owner = getattr(operands[0], "__self__", None)
        number = self.known(owner)
        for (told, name), state in list(self._told.items()) if number else ():
            if told == number and deep_state(getattr(owner, name, None)) == state:
                yield [number, name]

    # --- lists and dicts that come back: a student's code may know them elsewhere ---

    def _keep(self, memo: Memo, first: int) -> list[list[int]]:
        """Give numbers to what the worker hands out."""
        return [
            [place, self.number_of(value)]
            for place, value in enumerate(memo.objects[first:], start=first)
            if type(value) in (dict, list)
        ]

    def _take_lent(self, memo: Memo, known: int, kept: Any) -> None:
        """Remember what came, and how what was sent back is now."""
        for value in memo.objects[:known]:
            if self._is_lent(value):
                number = self._lent[id(value)][1]
                self._lent[id(value)] = value, number, deep_state(value)
        for place, number in kept:
            if type(place) is not int or type(number) is not int or place < known:
                raise ProtocolError("That was not handed out.")
            value = memo.objects[place]
            self._lent[id(value)] = value, number, deep_state(value)
            if len(self._lent) > MOST_LENT:
                del self._lent[next(iter(self._lent))]

    def _is_lent(self, value: Any) -> bool:
        return id(value) in self._lent and self._lent[id(value)][0] is value

    def lent(self, value: Any) -> int:
        """Return the other side's number of a list or dict that is still as it came."""
        if not self._is_lent(value):
            return 0
        _, number, state = self._lent[id(value)]
        return number if deep_state(value) == state else 0

    def _own(self, reader: Reader, number: Any, made: Any) -> Any:
        """Read what this side handed out: its own object, however that is now."""
        copied, own = reader.value(made), self.owned.get(number)
        if type(own) is not type(copied):
            return copied
        if deep_state(own) == deep_state(copied):
            _put_in_place(reader.memo, copied, own)
        else:
            place = reader.memo.numbers[id(copied)]
            reader.memo.replace(place, own)
            self._outdated.append(place)
        return own

    @property
    def _caught(self) -> tuple[type[BaseException], ...]:
        """Errors that are the caller's: of a student's code, whatever it raises."""
        return (BaseException,) if self.trusts else (Exception,)

    def _take_held(self, reader: Reader, held: Any) -> None:
        if held and not self.trusts:
            raise ProtocolError("A test's objects are not changed from outside.")
        for number, name, made in held:
            value, owner = reader.value(made), self.owned[number]
            self._told[number, name] = deep_state(value)
            if not replace(getattr(owner, name, None), value):
                setattr(owner, name, value)

    def _changes_of_shared(self, writer: Writer) -> list[Any]:
        return _tensors().changes_of_shared(self, writer) if self.shared else []

    def _take_shared(self, reader: Reader, changes: Any) -> None:
        if changes:
            _tensors(needed=True).take_shared(self, reader, changes)

    # --- objects ---

    def number_of(self, value: Any) -> int:
        """Return the number by which the other side knows an object of ours."""
        number = self._numbers.get(id(value))
        if number is None:
            number = next(self._next)
            self._numbers[id(value)] = number
            self.owned[number] = value
        return number

    def known(self, value: Any) -> int:
        """Return the number of an object that was sent as a handle, else 0."""
        return self._numbers.get(id(value), 0)

    def handle(self, writer: Writer, value: Any) -> list[Any]:
        """Return the JSON of a handle.

        Raises:
            UnsendableError: on the grader's side, for anything but a function that a
                test lends with what it asks for.

        """
        kind = type(value)
        if not self.trusts:
            if not writer.lends or not callable(value):
                raise UnsendableError(f"A test's {kind.__name__} cannot be sent.")
            self._callable.add(self.number_of(value))
        offers = [name for name in SPECIAL if hasattr(kind, name)]
        return ["h", self.number_of(value), str(kind.__name__), *offers]

    def write(self, writer: Writer, value: Any) -> Any:
        """Write what is not plain data."""
        if isinstance(value, Remote):
            if value._peer is not self or value._number not in self.remotes:
                raise UnsendableError("An object of an earlier test cannot be sent.")
            return ["o", value._number]
        if isinstance(value, OfSubclass):
            return self.write(writer, value._origin)
        if (torch := _tensors()) and (made := torch.write(self, writer, value)):
            return made
        if isinstance(value, ModuleType):
            raise UnsendableError("A module cannot be sent.")
        if is_dataclass(value) and (place := importable_class(type(value), SHARED)):
            state = {each.name: getattr(value, each.name) for each in fields(value)}
            return ["D", *place, writer.value(state)]
        if isinstance(value, np.ndarray | np.generic):
            return self._objects(writer, value)
        known = self._subclass(writer, value) if self.trusts else name_of(value)
        return known or self.handle(writer, value)

    def _objects(self, writer: Writer, value: Any) -> Any:
        """Write an array of objects: where all are numbers, as float64.

        So do stock Otter's comparisons read them. Others stay with the worker.
        """
        items = value.flat if isinstance(value, np.ndarray) else [value]
        if not (self.trusts and all(isinstance(item, Real) for item in items)):
            return self.handle(writer, value)
        writer.memo.add(value)
        floats = value.astype(np.float64)
        place = writer.buffer(floats.tobytes())
        return ["a", floats.dtype.str, *place, *floats.shape]

    def _subclass(self, writer: Writer, value: Any) -> Any:
        """Write a list, tuple or dict of some class of the student's."""
        for tag, (plain, _) in PLAIN.items():
            if isinstance(value, plain):
                writer.memo.add(value)
                flat = writer.content(value if tag != "t" else list(value))
                return ["sub", tag, self.handle(writer, value), *flat[1:]]
        return None

    def read(self, reader: Reader, tag: str, rest: list[Any]) -> Any:
        """Read what is not plain data."""
        if tag == "o":
            (number,) = rest
            if not self.trusts and number not in self._callable:
                raise ProtocolError("That was not lent.")
            return self.owned[number]
        if tag == "h":
            return self.remote(*rest)
        if tag == "sub":
            return self._of_subclass(reader, *rest)
        if tag == "D":
            return self._dataclass(reader, *rest)
        if tag == "own" and self.trusts:
            return self._own(reader, *rest)
        if tag == "g" and self.trusts:
            module, name = rest
            return operator.attrgetter(name)(importlib.import_module(module))
        torch = _tensors(needed=True)
        return torch.read(self, reader, tag, rest)

    def _dataclass(self, reader: Reader, module: Any, name: Any, state: Any) -> Any:
        """Make one of our dataclasses from its fields; nothing of the class runs."""
        kind = shared_class(module, name, SHARED, imports=self.trusts)
        if not isinstance(kind, type) or not is_dataclass(kind):
            raise ProtocolError("That is no dataclass.")
        values: dict[str, Any] = reader.value(state)
        made: Any = object.__new__(kind)
        if [each.name for each in fields(kind)] != list(values):
            raise ProtocolError("A dataclass has other fields.")
        for field_name, value in values.items():
            object.__setattr__(made, field_name, value)
        return made

    def remote(self, number: Any, name: Any, *offers: Any) -> Any:
        """Return the one `Remote` of a number."""
        if type(number) is not int or type(name) is not str:
            raise ProtocolError("A handle has no number.")
        if number not in self.remotes:
            known = tuple(offer for offer in SPECIAL if offer in offers)
            name = name[:60] if name.isidentifier() else "object"
            self.remotes[number] = remote_class(name, known)(self, number)
        return self.remotes[number]

    def _of_subclass(self, reader: Reader, tag: Any, handle: Any, *items: Any) -> Any:
        _, kind = PLAIN[tag]
        number, made = len(reader.memo.objects), kind()
        reader.memo.add(made)
        if tag == "t":
            made = kind([reader.value(item) for item in items])
            reader.memo.objects[number] = made
        else:
            reader.fill(made, [tag, *items])
        origin = reader.value(handle)
        if not isinstance(origin, Remote):
            raise ProtocolError("That is no object of the other side.")
        made._origin = origin
        return made


# --- what may be asked --------------------------------------------------------


def _call(_: Peer, target: Any, args: Any, kwargs: Any) -> Any:
    return target(*args, **kwargs)


def _get(peer: Peer, target: Any, name: Any, has_it: Any) -> Any:
    number, value = peer.known(target), getattr(target, name)
    if type(value) not in HELD or not number or not _is_plain(value):
        return VALUE, value
    now = deep_state(value)
    if has_it is True and peer._told.get((number, name)) == now:
        return UNCHANGED, None
    peer._told[number, name] = now
    return PACKED, Apart(value)


def _is_plain(value: Any) -> bool:
    return not isinstance(value, np.ndarray) or value.dtype.kind in DTYPES


def _set(peer: Peer, target: Any, name: Any, value: Any) -> None:
    peer._told.pop((peer.known(target), name), None)
    setattr(target, name, value)


def _special_of(_: Peer, target: Any, name: Any, *args: Any) -> Any:
    if name not in SPECIAL:
        raise ProtocolError("There is no such operation.")
    if name == "__next__":
        return () if (found := next(target, OUTDATED)) is OUTDATED else (found,)
    result = getattr(type(target), name)(target, *args)
    return np.array(result) if name == "__array__" else result


# What a grader may ask of a worker.
OPERATIONS: dict[str, Callable[..., Any]] = {
    "call": _call,
    "get": _get,
    "set": _set,
    "special": _special_of,
    "copy": lambda _, target: deepcopy(target),
}


# --- changes ------------------------------------------------------------------


def state_of(peer: Peer, value: Any) -> Any:
    """Return what tells later whether an object was changed in place."""
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | set):
        return list(value)
    if isinstance(value, np.ndarray):
        return value.tobytes()
    torch = _tensors()
    return torch.state_of(peer, value) if torch else None


def _put_in_place(memo: Memo, copied: Any, own: Any) -> None:
    """Let what is inside an object have the numbers of what is inside its copy."""
    place = memo.numbers.get(id(copied))
    if copied is own or (place is None and not isinstance(copied, tuple)):
        return  # it was here before
    if place is not None:
        memo.replace(place, own)
    if isinstance(copied, dict):
        copied, own = list(copied.values()), list(own.values())
    if isinstance(copied, list | tuple):
        for inner, its in zip(copied, own, strict=True):
            _put_in_place(memo, inner, its)


def _changes(
    peer: Peer, writer: Writer, watched: list[tuple[Any, Any]]
) -> Iterator[list[Any]]:
    """Write what objects hold now whose state is another than before."""
    for number, (value, before) in enumerate(watched):
        if not same(before, state_of(peer, value)):
            known = len(writer.memo.objects)
            try:
                yield [number, writer.content(value)]
            except UnsendableError:  # the caller keeps what it has
                writer.memo.cut(known)
                writer.depth = 0


# --- torch's part, only where torch is ----------------------------------------


def _tensors(*, needed: bool = False) -> Any:
    return _torch_part() if needed or "torch" in sys.modules else None


@cache
def _torch_part() -> Any:
    from homework.grading.wire import tensors

    return tensors


def ambience(writer: Writer) -> Any:
    """Return what a call reads besides its arguments: torch's generator and mode."""
    torch = _tensors()
    return torch.ambience(writer) if torch else None


def forget_ambience() -> None:
    """Forget what the other side knows of this: from now on it is a copy, or none."""
    if torch := _tensors():
        torch.forget_ambience()


def take_ambience(reader: Reader, made: Any, *, mode: bool, state: bool) -> None:
    """Set what `ambience` of the other side says: the mode, the random state, or none.

    A random state that comes from a student would decide what the tests draw after it.
    """
    if made is not None and (torch := _tensors()):
        torch.take_ambience(reader, made, mode=mode, state=state)
