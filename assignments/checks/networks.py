"""Cases and questions for a student's network: parameters in, loss and gradients out.

Nothing of the network is touched but its constructor, `params` and `loss`, so that a
class written from any text can be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from checks.answers import Function, explained
from checks.closeness import Array, assert_array, assert_close, assert_outputs
from checks.hints import recognise

Params = dict[str, Array]
NAME = "FullyConnectedNet"


@dataclass(frozen=True)
class NetworkCase:
    """One network with all its parameters, and one batch for it."""

    dims: tuple[int, ...]  # input, hidden layers, classes
    normalized: bool
    params: Params
    X: Array
    y: npt.NDArray[Any]

    @property
    def hidden(self) -> list[int]:
        """Widths of the hidden layers."""
        return list(self.dims[1:-1])

    def build(self, network: Function, **settings: Any) -> Any:
        """Construct the student's network and give it this case's parameters."""
        model = network(
            self.hidden,
            input_dim=self.dims[0],
            num_classes=self.dims[-1],
            normalization="batchnorm" if self.normalized else None,
            dtype=np.float64,
            **settings,
        )
        with explained(f"{NAME}.params"):
            given = {name: value.copy() for name, value in self.params.items()}
            model.params = {**model.params, **given}
        return model


def network_case(
    rng: np.random.Generator,
    dims: tuple[int, ...] = (6, 7, 5, 4),
    *,
    normalized: bool = False,
    rows: int = 9,
) -> NetworkCase:
    """Draw a network whose every parameter matters, and a batch of ``rows`` rows."""
    shapes = parameter_shapes(dims, normalized=normalized)
    params = {
        name: rng.uniform(0.5, 1.5, shape) * rng.choice([-1.0, 1.0], shape)
        for name, shape in shapes.items()
    }
    for name in params:
        if name.startswith("W"):
            params[name] = params[name] / np.sqrt(params[name].shape[0])
    y = np.arange(rows) % dims[-1]
    case = NetworkCase(dims, normalized, params, rng.normal(size=(rows, dims[0])), y)
    if not normalized and _hides_mistakes(case):  # rare
        return network_case(rng, dims, rows=rows)
    return case


def _hides_mistakes(case: NetworkCase) -> bool:
    """Whether ReLU leaves nothing of a hidden layer, or all of the scores.

    No layer below the first matters then, and a ReLU behind the last does not show.
    """
    out = case.X
    *hidden, last = range(1, len(case.dims))
    for i in hidden:
        out = np.maximum(out @ case.params[f"W{i}"] + case.params[f"b{i}"], 0)
    scores = out @ case.params[f"W{last}"] + case.params[f"b{last}"]
    return not out.any() or not (scores < 0).any()


def parameter_shapes(
    dims: Sequence[int], *, normalized: bool
) -> dict[str, tuple[int, ...]]:
    """Say which parameters a network has, and in which shapes."""
    shapes: dict[str, tuple[int, ...]] = {}
    for layer, (before, after) in enumerate(pairwise(dims), start=1):
        shapes[f"W{layer}"], shapes[f"b{layer}"] = (before, after), (after,)
        if normalized and layer < len(dims) - 1:
            shapes[f"gamma{layer}"] = shapes[f"beta{layer}"] = (after,)
    return shapes


def initial_params(model: Any, dims: Sequence[int], *, normalized: bool) -> Params:
    """Read a fresh network's parameters, after a look at names and shapes.

    Raises:
        AssertionError: naming the parameter that is missing, too many, or misshapen.

    """
    with explained(f"{NAME}.params"):
        found = dict(model.params)
    shapes = parameter_shapes(dims, normalized=normalized)
    missing = [name for name in shapes if name not in found]
    extra = [str(name) for name in found if name not in shapes]
    last = f"gamma{len(dims) - 1}"
    hint = " Hint: the output layer is affine only." if last in extra else ""
    first = " Hint: layers count from 1, as in the table." if "W0" in found else ""
    assert not missing, (
        f"params has no {missing[0]}; it has {len(found)} parameters.{first}"
    )
    assert not extra, f"params has {extra[0]}, which this network does not need.{hint}"
    turned = "a batch X has its inputs along axis 1, and X @ W has to be possible."
    return {
        name: assert_array(
            found[name],
            shape,
            name=f"params[{name!r}]",
            hint=turned if np.shape(found[name]) == shape[::-1] else None,
        )
        for name, shape in shapes.items()
    }


def loss_and_grads(model: Any, X: Array, y: npt.NDArray[Any]) -> tuple[float, Params]:
    """Ask a network for its training loss and gradients.

    Raises:
        AssertionError: when it does not give a number and a dictionary.

    """
    with explained(f"{NAME}.loss"):
        result = model.loss(X.copy(), y.copy())
    loss, grads = assert_outputs(result, count=2, name="loss(X, y)")
    assert isinstance(grads, dict), (
        f"loss(X, y) should return the gradients as a dict, but gave {type(grads)}."
    )
    return float(assert_array(loss, (), name="loss")), grads


def scores_of(model: Any, X: Array) -> Any:
    """Ask a network for its scores in test mode."""
    with explained(f"{NAME}.loss"):
        return model.loss(X.copy())


def assert_gradients(
    grads: Params,
    truth: Params,
    slips: Sequence[tuple[str, Callable[[], Params]]] = (),
    *,
    first: Callable[[Array], str | None] = lambda _: None,
) -> None:
    """Assert that a network gives the right gradient for every parameter.

    Args:
        grads: the student's gradients, by name.
        truth: the right ones.
        slips: pairs of a hint and what computes the gradients that its mistake leaves.
        first: recognises a wrong gradient of the first parameter.

    Raises:
        AssertionError: naming the parameter.

    """
    missing = next((name for name in truth if name not in grads), None)
    assert missing is None, (
        f"grads has no {missing}. Hint: every parameter has a gradient."
    )
    for name, expected in truth.items():

        def hint(grad: Array, name: str = name) -> str | None:
            known = [(text, gradients()[name]) for text, gradients in slips]
            if (other := _other(name)) in truth:
                known.append(("gamma and beta may have changed places.", truth[other]))
            return recognise(grad, known) or (
                first(grad) if name == next(iter(truth)) else None
            )

        assert_close(grads[name], expected, name=f"grads[{name!r}]", hint=hint)


def _other(name: str) -> str:
    for one, two in (("gamma", "beta"), ("beta", "gamma")):
        if name.startswith(one):
            return name.replace(one, two)
    return ""
