"""The oracle for every gradient: torch's autograd in float64.

torch is imported where it is needed: that takes a second, which the tests of many
questions, and the processes that run students' code, do without.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from checks.closeness import Array

if TYPE_CHECKING:
    import torch


def autograd(
    forward: Callable[..., torch.Tensor],
    inputs: Mapping[str, npt.ArrayLike],
    upstream: npt.ArrayLike | None = None,
) -> tuple[Array, dict[str, Array]]:
    """Run ``forward`` in torch and differentiate it.

    Args:
        forward: takes float64 tensors by the names of ``inputs``.
        inputs: the arrays, by name.
        upstream: gradient of the loss with respect to the output, in the output's
            shape; by default the output is the loss itself.

    Returns:
        The output, and the gradient of the loss with respect to each input.

    """
    import torch

    tensors = {
        name: torch.tensor(np.asarray(value), dtype=torch.float64, requires_grad=True)
        for name, value in inputs.items()
    }
    out = forward(**tensors)
    # A loss; `grad(out, ..., upstream)` would import a computer algebra system.
    weight = 1 if upstream is None else torch.tensor(np.asarray(upstream, float))
    loss = (weight * out).sum()
    grads = torch.autograd.grad(loss, list(tensors.values()), allow_unused=True)
    return out.detach().numpy(), {
        name: np.zeros(tensor.shape) if grad is None else grad.numpy()
        for (name, tensor), grad in zip(tensors.items(), grads, strict=True)
    }
