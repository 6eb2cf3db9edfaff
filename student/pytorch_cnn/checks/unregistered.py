from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

OVERWRITES = ("copy_", "fill_", "zero_", "normal_", "uniform_")
"""Operations after which nothing is left of what their first tensor held."""


class _Watch(TorchDispatchMode):

    def __init__(self, known):
        super().__init__()
        self.met: dict[Any, Tensor] = {}
        self.count: int = 0
        for tensor in known:
            self.met[_place(tensor)] = tensor

    @classmethod
    def _should_skip_dynamo(cls):
        return False

    def __torch_dispatch__(
        self,
        func,
        types,
        args = (),
        kwargs = None,
    ):
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


def unregistered(model, X):
    with torch.no_grad(), _Watch(iter([X, *model.state_dict().values()])) as watch:
        model(X)
    return int(watch.count)


def _tensors(values):
    return (each for each in tree_leaves(values) if isinstance(each, Tensor))


def _place(tensor):
    try:
        return tensor.untyped_storage()._cdata
    except NotImplementedError:
        return id(tensor), "sparse"
