"""How many numbers a torch network computes with that are not in its weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

OVERWRITES = ("copy_", "fill_", "zero_", "normal_", "uniform_")
"""Operations after which nothing is left of what their first tensor held."""


class _Watch(TorchDispatchMode):
    """Counts what enters torch's operations from neither weights, images nor rules.

    What an operation makes of known tensors is known, and so is what it makes of no
    tensor at all, such as `torch.zeros` and `torch.arange`.
    """

    def __init__(self, known: Iterator[Tensor]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.met: dict[Any, Tensor] = {}  # kept alive: a place is not used again
        self.count: int = 0
        for tensor in known:
            self.met[_place(tensor)] = tensor

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Not be wrapped for `torch.compile`, whose import takes a second."""
        return False

    def __torch_dispatch__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        """Count an operation's new tensors, and carry it out."""
        del types
        overwrites = func.__name__.partition(".")[0] in OVERWRITES
        for tensor in _tensors((args[overwrites:], kwargs)):
            if _place(tensor) not in self.met:
                self.met[_place(tensor)] = tensor
                self.count += tensor.numel()
        out = func(*args, **(kwargs or {}))
        for tensor in _tensors(out):
            self.met.setdefault(_place(tensor), tensor)
        return out


def unregistered(model: nn.Module, X: Tensor) -> int:
    """Count numbers that a forward pass uses, and that no `state_dict` would save.

    They come from layers in a plain list, from tables, from NumPy. It is for honest
    networks: code that does not want to be seen can hide from it.

    Args:
        model: any network; runs once.
        X: images for it. What leaves torch on its way through the network and comes
            back counts too, so that part grows with the images.

    """
    with torch.no_grad(), _Watch(iter([X, *model.state_dict().values()])) as watch:
        model(X)
    return int(watch.count)


def _tensors(values: Any) -> Iterator[Tensor]:
    return (each for each in tree_leaves(values) if isinstance(each, Tensor))


def _place(tensor: Tensor) -> Any:
    """Return what a tensor shares with its views: where its numbers are stored."""
    try:
        return tensor.untyped_storage()._cdata
    except NotImplementedError:  # a sparse one
        return id(tensor), "sparse"
