"""What every fully connected network needs and nobody learns from writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from deeplearning.layers import Array, softmax_loss

Params = dict[str, Array]
NORMALIZATIONS = (None, "batchnorm")


class NetworkScaffold:
    """A network of affine layers, to be completed by a subclass.

    The subclass writes `init_params`, `forward`, `backward` and `regularize`. The
    scaffold keeps the settings, switches between training and testing, and computes
    the loss. The constructor has the signature that is usual in the field.

    Attributes:
        params: every parameter by its name, such as "W1".
        num_layers: the number of affine layers, the output layer included.
        normalization: None or "batchnorm".
        use_dropout: whether the network has dropout layers.
        bn_params: one dictionary for each hidden layer, for `batchnorm_forward`;
            empty without batch normalization.
        dropout_param: the dictionary for `dropout_forward`: "mode", "p" (the
            probability to drop) and, if the network has a seed, "seed".
        reg: the strength of the penalty on the weights.

    """

    def __init__(
        self,
        hidden_dims: Sequence[int],
        input_dim: int = 64,
        num_classes: int = 10,
        dropout: float = 0,
        normalization: str | None = None,
        reg: float = 0.0,
        weight_scale: float = 1e-2,
        dtype: npt.DTypeLike = np.float64,
        seed: int | None = None,
    ) -> None:
        """Set up the layers.

        Args:
            hidden_dims: the width of each hidden layer.
            input_dim: numbers in one input, D.
            num_classes: numbers in one output, C.
            dropout: the probability to drop a unit, 0 <= dropout < 1; 0 means no
                dropout layers.
            normalization: None, or "batchnorm" for batch normalization in every
                hidden layer.
            reg: the strength of the penalty on the weights, 0 for none.
            weight_scale: standard deviation of the initial weights.
            dtype: the type of the parameters and of the inputs.
            seed: fixes the initial weights and the sequence of dropout masks; None
                draws new ones in every run.

        Raises:
            ValueError: when `dropout` or `normalization` is not one of the above.

        """
        if not 0 <= dropout < 1:
            raise ValueError(f"dropout is a probability below 1, not {dropout}.")
        if normalization not in NORMALIZATIONS:
            raise ValueError(
                f"normalization is one of {NORMALIZATIONS}, not {normalization!r}."
            )
        self.num_layers = len(hidden_dims) + 1
        self.normalization = normalization
        self.use_dropout = dropout > 0
        self.reg = reg
        self.dtype = dtype
        normalized = hidden_dims if normalization else ()
        self.bn_params: list[dict[str, Any]] = [{"mode": "train"} for _ in normalized]
        self.dropout_param: dict[str, Any] = {"mode": "train", "p": dropout}
        self._mask_seeds = None if seed is None else np.random.default_rng([seed, 1])
        dims = [input_dim, *hidden_dims, num_classes]
        made = self.init_params(dims, weight_scale, np.random.default_rng(seed))
        self.params: Params = {key: w.astype(dtype) for key, w in made.items()}

    def set_mode(self, mode: str) -> None:
        """Switch every layer to "train" or to "test".

        With a seed, each switch to "train" hands dropout a new seed from the
        network's own sequence: new masks in every step, the same in every run.
        """
        for param in (*self.bn_params, self.dropout_param):
            param["mode"] = mode
        if mode == "train" and self._mask_seeds is not None:
            self.dropout_param["seed"] = int(self._mask_seeds.integers(2**31))

    @overload
    def loss(self, X: Array, y: None = None) -> Array: ...

    @overload
    def loss(self, X: Array, y: Array) -> tuple[float, Params]: ...

    def loss(self, X: Array, y: Array | None = None) -> Array | tuple[float, Params]:
        """Give the scores in test mode, or the loss and its gradients in training.

        Args:
            X: the inputs, shape (N, ...).
            y: the right classes, shape (N,), or None.

        Returns:
            Without y, the scores, shape (N, C). With y, the softmax loss plus the
            penalty, and its gradient for every parameter by name.

        """
        self.set_mode("test" if y is None else "train")
        scores = self.forward(np.asarray(X, dtype=self.dtype))
        if y is None:
            return scores
        loss, dscores = softmax_loss(scores, y)
        grads = self.backward(dscores)
        return loss + self.regularize(grads), grads

    def init_params(
        self, dims: Sequence[int], weight_scale: float, rng: np.random.Generator
    ) -> Params:
        """Make every parameter, by name."""
        raise NotImplementedError("init_params is for the subclass to write.")

    def forward(self, X: Array) -> Array:
        """Compute the scores, shape (N, C), and keep what `backward` needs."""
        raise NotImplementedError("forward is for the subclass to write.")

    def backward(self, dscores: Array) -> Params:
        """Compute the gradient for every parameter from that of the scores."""
        raise NotImplementedError("backward is for the subclass to write.")

    def regularize(self, grads: Params) -> float:
        """Return the penalty on the weights, and add its gradient to `grads`."""
        raise NotImplementedError("regularize is for the subclass to write.")
