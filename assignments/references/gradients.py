"""The oracle for every gradient: automatic differentiation in float64.

It is done by autograd, which differentiates functions of NumPy arrays
(https://github.com/HIPS/autograd): to import torch takes longer than to grade a
notebook. autograd is imported where it is needed, since many questions do without.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from checks.closeness import Array


def autograd(
    forward: Callable[..., Any],
    inputs: Mapping[str, npt.ArrayLike],
    upstream: npt.ArrayLike | None = None,
) -> tuple[Array, dict[str, Array]]:
    """Run ``forward`` and differentiate it.

    Args:
        forward: takes float64 arrays by the names of ``inputs``, and uses operators,
            `autograd.numpy` and `references.functional` only.
        inputs: the arrays, by name.
        upstream: gradient of the loss with respect to the output, in the output's
            shape; by default the output is the loss itself.

    Returns:
        The output, and the gradient of the loss with respect to each input.

    """
    out, backward = recorded(forward, inputs)
    return out, backward(np.ones(out.shape) if upstream is None else upstream)


def recorded(
    forward: Callable[..., Any], inputs: Mapping[str, npt.ArrayLike]
) -> tuple[Array, Callable[[npt.ArrayLike], dict[str, Array]]]:
    """Run ``forward`` as `autograd` does.

    Returns:
        The output, and what takes the loss's gradient with respect to it to that with
        respect to each input, as often as it is called.

    """
    from autograd import make_vjp

    arrays = {name: np.array(value, dtype=np.float64) for name, value in inputs.items()}
    to_inputs, out = make_vjp(lambda arrays: forward(**arrays))(arrays)

    def backward(dout: npt.ArrayLike) -> dict[str, Array]:
        grads = to_inputs(np.array(dout, dtype=np.float64))
        return {name: np.asarray(grad) for name, grad in grads.items()}

    return np.asarray(out), backward
