"""Objects of the other process: what they offer, and what they are of."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, Protocol

import numpy as np

from homework.grading.wire.frames import Writer

# What a class may offer beyond attributes; asked of the owner each time.
SPECIAL = ("__call__", "__len__", "__getitem__", "__iter__", "__next__", "__array__")


class LostError(BaseException):
    """There is no student's process any more; no test may take it for an error."""


class Side(Protocol):
    """One end of the pipe, as far as objects of the other end need it."""

    trusts: bool
    owned: dict[int, Any]
    origins: dict[int, tuple[Any, int]]
    graphs: dict[int, Any]
    shared: dict[tuple[str, int], tuple[Any, bytes, Any]]

    def request(self, operation: str, *operands: Any) -> Any:
        """Ask the other side for something and wait for the result."""

    def get(self, remote: Remote, name: str) -> Any:
        """Return an attribute."""

    def number_of(self, value: Any) -> int:
        """Return the number by which the other side knows an object of this one."""

    def known(self, value: Any) -> int:
        """Return the number of an object that was sent as a handle, else 0."""

    def handle(self, writer: Writer, value: Any) -> list[Any]:
        """Return the JSON of a handle."""

    def remote(self, number: Any, name: Any, *offers: Any) -> Any:
        """Return the one `Remote` of a number."""


class Remote:
    """An object of the other process. It has no truth, no equality, no array.

    What a test lends to a worker has nothing beside: it can be called.
    """

    def __init__(self, peer: Side, number: int) -> None:
        self.__dict__.update(_peer=peer, _number=number, _held={})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in ("__name__", "__doc__"):
            raise AttributeError(name)
        if self._peer.trusts:
            raise AttributeError(f"What a test lends has no {name}.")
        return self._peer.get(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if self._peer.trusts:
            raise AttributeError(f"What a test lends has no {name}.")
        self._peer.request("set", self, name, value)
        self._held.pop(name, None)

    def __deepcopy__(self, _: Any) -> Any:
        return self if self._peer.trusts else self._peer.request("copy", self)

    def __copy__(self) -> Any:
        return self


@cache
def _special(name: str) -> Callable[..., Any]:
    if name == "__call__":

        def call(self: Remote, *args: Any, **kwargs: Any) -> Any:
            return self._peer.request("call", self, args, kwargs)

        return call
    if name == "__array__":

        def array(self: Remote, *_: Any, **__: Any) -> Any:
            found = self._peer.request("special", self, name)
            if type(found) is not np.ndarray:
                raise TypeError("__array__ did not return an array.")
            return found

        return array

    if name == "__next__":

        def following(self: Remote) -> Any:
            found = self._peer.request("special", self, name)
            if type(found) is not tuple or len(found) != 1:
                raise StopIteration
            return found[0]

        return following

    def ask(self: Remote, *args: Any) -> Any:
        return self._peer.request("special", self, name, *args)

    return ask


@lru_cache(100)
def remote_class(name: str, offers: tuple[str, ...]) -> type[Remote]:
    """Return the class of remote objects of a class of that name."""
    return type(name, (Remote,), {offer: _special(offer) for offer in offers})


class OfSubclass:
    """A list, tuple or dict whose class the other side knows better (`_origin`)."""

    _origin: Remote


class OfTuple(OfSubclass, tuple):  # type: ignore[type-arg]
    """A named tuple, say."""


class OfList(OfSubclass, list):  # type: ignore[type-arg]
    """A list of some class of the student's."""


class OfDict(OfSubclass, dict):  # type: ignore[type-arg]
    """A dictionary with a default, say."""


PLAIN = {"t": (tuple, OfTuple), "l": (list, OfList), "d": (dict, OfDict)}
