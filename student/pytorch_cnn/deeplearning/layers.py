"""The layers that are given: affine, ReLU, and the softmax loss.

Every layer is a pair. `name_forward` returns its output and a cache, and
`name_backward` turns the gradient of the loss with respect to the output, `dout`,
into the gradients with respect to the inputs, in the order of the inputs.
The signatures are those of Stanford's course CS231n.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


def affine_forward(x: Array, w: Array, b: Array) -> tuple[Array, tuple[Array, ...]]:
    """Multiply each row by w and add b: out = x w + b.

    Args:
        x: the inputs, shape (N, ...); everything after N is flattened to D numbers.
        w: the weights, shape (D, M).
        b: the biases, shape (M,).

    Returns:
        out, shape (N, M), and the cache (x, w, b).

    """
    out = x.reshape(len(x), -1) @ w + b
    return out, (x, w, b)


def affine_backward(
    dout: Array, cache: tuple[Array, ...]
) -> tuple[Array, Array, Array]:
    """Differentiate `affine_forward`.

    Args:
        dout: gradient of the loss with respect to out, shape (N, M).
        cache: what `affine_forward` returned.

    Returns:
        dx in the shape of x, dw of shape (D, M), db of shape (M,).

    """
    x, w, _ = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    return dx, dw, dout.sum(axis=0)


def relu_forward(x: Array) -> tuple[Array, Array]:
    """Replace negative numbers by zero: out = max(x, 0).

    Args:
        x: inputs of any shape.

    Returns:
        out in the shape of x, and the cache x.

    """
    return np.maximum(x, 0), x


def relu_backward(dout: Array, cache: Array) -> Array:
    """Differentiate `relu_forward`; at x = 0 the slope counts as 0.

    Args:
        dout: gradient of the loss with respect to out, in the shape of x.
        cache: what `relu_forward` returned.

    Returns:
        dx in the shape of x.

    """
    return np.where(cache > 0, dout, 0.0)


def softmax_loss(scores: Array, y: npt.ArrayLike) -> tuple[float, Array]:
    """Average the cross-entropy of the softmax of the scores.

    A row's loss is log(sum(exp(scores))) - scores[y]. Subtracting the row's maximum
    changes nothing and keeps every exponential at most 1.

    Args:
        scores: any real numbers, shape (N, C).
        y: the right classes, N integers from 0 to C - 1.

    Returns:
        The mean loss over the N rows, and its gradient with respect to the scores,
        shape (N, C).

    """
    labels = np.asarray(y)
    rows = np.arange(len(scores))
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dscores = np.exp(log_p)
    dscores[rows, labels] -= 1
    return -float(log_p[rows, labels].mean()), dscores / len(scores)
