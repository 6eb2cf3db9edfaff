"""The notebook's global names, as a test's ``env``: each is asked of the worker."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

from homework.grading.wire.peer import Peer


class Names(MutableMapping[str, Any]):
    """The notebook's global names, as a test's ``env``."""

    def __init__(self, peer: Peer, fresh: dict[str, Any]) -> None:
        """Begin with values that were just asked for; each is good for one reading."""
        self.peer = peer
        self.fresh = fresh

    def __getitem__(self, name: str) -> Any:
        if name in self.fresh:
            return self.fresh.pop(name)
        found, value = self.peer.request("name", name)
        if found is not True:
            raise KeyError(name)
        return value

    def __setitem__(self, name: str, value: Any) -> None:
        self.peer.request("set name", name, value)

    def __delitem__(self, name: str) -> None:
        self.peer.request("drop name", name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.peer.request("names"))

    def __len__(self) -> int:
        return len(list(iter(self)))

    @contextmanager
    def replaced(self, given: dict[str, Any]) -> Iterator[None]:
        """Replace names for a while."""
        self.fresh.clear()
        self.peer.request("replace", given)
        try:
            yield
        finally:
            self.peer.request("restore")
