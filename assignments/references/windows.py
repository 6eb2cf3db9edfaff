"""Cases, oracle and hints of convolution and pooling layers, in NCHW.

The oracle is `references.functional`. Every size differs from every other, so that
swapping height and width, or the batch and the channels, shows at once; strides divide
evenly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from checks.again import assert_backward_again
from checks.answers import Function
from checks.backward import Check, Doubt, Own, doubt_of, with_either_cache
from checks.closeness import Array, assert_close, assert_outputs
from checks.hints import equal, recognise
from checks.purity import assert_inputs_unchanged
from checks.simpler import crash_explained, cropped, first_that_helps, fitting_both
from references.functional import Traced, conv2d, max_pool2d, windows_of
from references.gradients import autograd

#        N  C  H  W  F HH WW stride pad
CONVOLUTIONS = (
    (2, 3, 5, 7, 4, 3, 3, 1, 1),
    (3, 2, 6, 4, 5, 2, 2, 2, 0),
    (2, 3, 7, 5, 4, 3, 1, 2, 0),
    (1, 2, 5, 8, 3, 3, 4, 1, 2),
    (2, 1, 7, 4, 3, 4, 1, 3, 0),
    (4, 3, 3, 5, 2, 1, 3, 2, 1),
    (2, 4, 4, 6, 3, 4, 6, 1, 0),
    (3, 2, 8, 5, 4, 2, 5, 2, 2),
    (2, 3, 4, 5, 1, 1, 1, 1, 0),
)
#        N  C  H  W HH WW stride
POOLINGS = (
    (2, 3, 4, 6, 2, 2, 2),
    (3, 2, 5, 7, 3, 3, 2),
    (2, 4, 6, 5, 2, 3, 1),
    (1, 3, 7, 4, 1, 4, 3),
    (3, 1, 8, 6, 2, 3, 3),
    (2, 3, 4, 8, 2, 4, 2),
    (3, 2, 8, 4, 4, 2, 2),
    (3, 2, 4, 6, 2, 2, 1),
    (2, 1, 5, 8, 2, 2, 3),
)
WHOLE = "does the array that you make for the output hold whole numbers only?"
NEVER_FILLED = "what you collect has to come back to the array that you return."
CROPPED = "a slice such as [pad:-pad] is empty when pad is 0."


@dataclass(frozen=True)
class ConvCase:
    """One input of a convolution layer.

    x: (N, C, H, W).  w: (F, C, HH, WW).  b: (F,).  dout: (N, F, H', W').
    """

    x: Array
    w: Array
    b: Array
    dout: Array
    stride: int
    pad: int

    @property
    def conv_param(self) -> dict[str, int]:
        """A fresh dictionary, as the layer takes it."""
        return {"stride": self.stride, "pad": self.pad}

    @property
    def settings(self) -> str:
        """How messages name the case."""
        return f"for stride {self.stride}, pad {self.pad}"

    def convolve(self, x: Traced, w: Traced, b: Traced) -> Traced:
        """Apply the layer."""
        return conv2d(x, w, b, self.stride, self.pad)

    def changed(self, **settings: Any) -> ConvCase:
        """Change some settings, and crop x so that the stride divides evenly."""
        case = replace(self, **settings)
        size = fitting_both(case.x.shape[2:], case.w.shape[2:], case.stride, case.pad)
        case = replace(case, x=cropped(case.x, *size))
        out = case.convolve(case.x, case.w, case.b)
        return replace(case, dout=np.resize(case.dout, out.shape))


@dataclass(frozen=True)
class PoolCase:
    """One input of a max-pooling layer, without ties.

    x: (N, C, H, W).  dout: (N, C, H', W').
    """

    x: Array
    dout: Array
    height: int
    width: int
    stride: int

    @property
    def pool_param(self) -> dict[str, int]:
        """A fresh dictionary, as the layer takes it."""
        return {
            "pool_height": self.height,
            "pool_width": self.width,
            "stride": self.stride,
        }

    @property
    def settings(self) -> str:
        """How messages name the case."""
        return f"for a {self.height} by {self.width} window, stride {self.stride}"

    def pool(self, x: Traced) -> Traced:
        """Apply the layer."""
        return max_pool2d(x, self.height, self.width, self.stride)

    def changed(self, **settings: Any) -> PoolCase:
        """Change some settings, and crop x so that the stride divides evenly."""
        case = replace(self, **settings)
        window = case.height, case.width
        height, width = fitting_both(case.x.shape[2:], window, case.stride)
        x = cropped(case.x, height, width) + 1e-3 * np.arange(height * width).reshape(
            height, width
        )
        case = replace(case, x=x)
        return replace(case, dout=np.resize(case.dout, case.pool(case.x).shape))


def conv_cases(rng: np.random.Generator) -> list[ConvCase]:
    """Draw one case for each line of `CONVOLUTIONS`; no bias is near zero."""
    cases = []
    for n, c, h, w, f, hh, ww, stride, pad in CONVOLUTIONS:
        out = (1 + (h + 2 * pad - hh) // stride, 1 + (w + 2 * pad - ww) // stride)
        cases.append(
            ConvCase(
                x=rng.normal(size=(n, c, h, w)),
                w=rng.normal(size=(f, c, hh, ww)),
                b=rng.uniform(0.5, 1.5, size=f) * rng.choice([-1.0, 1.0], size=f),
                dout=rng.normal(size=(n, f, *out)),
                stride=stride,
                pad=pad,
            )
        )
    return cases


def pool_cases(rng: np.random.Generator) -> list[PoolCase]:
    """Draw one case a line of `POOLINGS`: distinct values, every other one negative."""
    cases = []
    for index, (n, c, h, w, hh, ww, stride) in enumerate(POOLINGS):
        x = rng.permutation(n * c * h * w).reshape(n, c, h, w) / 7.0
        x = x - (x.max() + 1 if index % 2 else x.mean())
        out = (1 + (h - hh) // stride, 1 + (w - ww) // stride)
        dout = rng.uniform(0.5, 1.5, size=(n, c, *out))
        cases.append(PoolCase(x, dout, hh, ww, stride))
    return cases


def conv_truth(case: ConvCase) -> tuple[Array, dict[str, Array]]:
    """Return the output and the gradients of x, w and b."""
    inputs = {"x": case.x, "w": case.w, "b": case.b}
    return autograd(case.convolve, inputs, case.dout)


def pool_truth(case: PoolCase) -> tuple[Array, Array]:
    """Return the output and the gradient of x."""
    out, grads = autograd(case.pool, {"x": case.x}, case.dout)
    return out, grads["x"]


def assert_convolves(forward: Function, case: ConvCase, *, name: str = "out") -> Array:
    """Assert what a forward pass of convolution computes.

    Args:
        forward: the student's ``conv_forward_naive``.
        case: the layer's input.
        name: how the message calls the output.

    Returns:
        The output.

    Raises:
        AssertionError: with a hint where the mistake is known.

    """

    def check(case: ConvCase, hint: Any = None) -> Array:
        result = forward(case.x, case.w, case.b, case.conv_param)
        out, _ = assert_outputs(result, count=2, name=forward.name)
        return assert_close(out, conv_truth(case)[0], name=name, hint=hint)

    def explore() -> str | None:
        return first_that_helps(_simpler_convolutions(case), check)

    def explain(out: Array) -> str | None:
        return _conv_forward_trace(case, out) or explore() or _conv_shape(case, out)

    with crash_explained(explore):
        return check(case, explain)


def _conv_forward_trace(case: ConvCase, out: Array) -> str | None:
    """Recognise a mistake of the forward pass by what it computes instead."""
    x, w, b = case.x, case.w, case.b
    truth = case.convolve(x, w, b)
    bias, (_, depth, height, width) = case.b[:, None, None], case.w.shape
    if out.shape == truth.swapaxes(2, 3).shape != truth.shape:
        return "height and width are swapped."
    if out.shape != truth.shape:
        return None
    margins = ((0, 0), (0, 0), *2 * ((case.pad, case.pad),))
    ones = np.pad(x, margins, constant_values=1.0)
    edge = np.pad(x, margins, mode="edge")
    once = "add the bias once for each output, not once for each product."
    tell = [
        ("each filter adds its own bias.", truth - bias),
        (once, truth + bias),
        (once, truth + (depth - 1) * bias),
        (once, truth + depth * bias),
        (once, truth + (depth * height * width - 1) * bias),
        (
            "this layer does not flip the kernel.",
            case.convolve(x, w[:, :, ::-1, ::-1], b),
        ),
        ("an output may be negative: the ReLU is another layer.", truth.clip(0)),
        (WHOLE, np.trunc(truth)),
        (
            "an output is the sum of the products, not their mean.",
            (truth - bias) / (depth * height * width) + bias,
        ),
    ]
    if case.pad:
        tell += [
            ("pad with zeros.", conv2d(ones, w, b, case.stride)),
            ("pad with zeros.", conv2d(edge, w, b, case.stride)),
        ]
    return recognise(out, [*tell, *_displaced_convolutions(case)])


def _displaced_convolutions(case: ConvCase) -> Iterator[tuple[str, Array]]:
    """Move all windows up and to the left: by one, or by half the kernel."""
    centre = case.w.shape[2] // 2, case.w.shape[3] // 2
    places = case.convolve(case.x, case.w, case.b).shape[2:]
    for up, left in dict.fromkeys(((1, 0), (0, 1), (1, 1), centre)):
        if not up and not left:
            continue
        margins = (
            (0, 0),
            (0, 0),
            (case.pad + up, case.pad),
            (case.pad + left, case.pad),
        )
        moved = conv2d(np.pad(case.x, margins), case.w, case.b, case.stride)
        hint = (
            f"the windows lie {up} too high and {left} too far left: the first one "
            "begins in the corner of the padded image, pad rows above x."
        )
        yield hint, moved[:, :, : places[0], : places[1]]


def _conv_shape(case: ConvCase, out: Array) -> str | None:
    if out.shape == conv_truth(case)[0].shape:
        return None
    return "the output has 1 + (H + 2 pad - HH) / stride rows; columns likewise."


def _simpler_convolutions(case: ConvCase) -> Iterator[tuple[str, ConvCase]]:
    """Change one setting at a time; an answer that gets it right has its hint."""
    height, width = case.x.shape[2:]
    _, depth, rows, columns = case.w.shape
    side, kernel = max(height, width), max(rows, columns)
    square, image = cropped(case.w, kernel, kernel), cropped(case.x, side, side)
    mixed = "heights belong to rows, and widths to columns."
    if case.pad == 0:
        yield f"with pad 2 it is right: {CROPPED}", case.changed(pad=2)
    if height != width:
        yield f"for a square image it is right: {mixed}", case.changed(x=image)
    if rows != columns:
        hint = "the kernel's height and its width are two numbers, HH and WW."
        yield f"for a square kernel it is right: {hint}", case.changed(w=square)
    if height != width:
        both = case.changed(x=image, w=square)
        yield f"for a square image and a square kernel it is right: {mixed}", both
    if case.stride > 1:
        hint = "the window moves on by the stride, in rows and in columns."
        yield f"with stride 1 it is right: {hint}", case.changed(stride=1)
    if case.pad:
        hint = (
            "where in the padded image does x begin, and where does it end? "
            "What stands around it?"
        )
        yield f"with pad 0 it is right: {hint}", case.changed(pad=0)
    if depth > 1:
        hint = "a filter is as deep as the image, so all channels count."
        single = case.changed(x=case.x[:, :1], w=case.w[:, :1])
        yield f"for one channel it is right: {hint}", single
    if len(case.x) > 1:
        hint = "look at each image of the batch by itself."
        yield f"for one image it is right: {hint}", case.changed(x=case.x[:1])


def _simplest_convolution(case: ConvCase) -> ConvCase:
    """Return a case that most forward passes can do."""
    return case.changed(
        x=cropped(case.x[:1, :1], 4, 4),
        w=cropped(case.w[:1, :1], 2, 2),
        b=case.b[:1],
        stride=1,
        pad=0,
    )


def _simpler_gradients(case: ConvCase, name: str) -> Iterator[tuple[str, ConvCase]]:
    yield from _simpler_convolutions(case)
    _, _, rows, columns = case.w.shape
    if name == "x":
        hint = (
            "where no windows overlap it is right: "
            "a pixel collects from each window that covers it."
        )
        apart = case.changed(
            stride=max(rows, columns), x=cropped(case.x, 3 * rows, 3 * columns)
        )
        yield hint, apart
        hint = (
            "for one filter it is right: "
            "a pixel collects from each window and from each filter that reads it."
        )
        yield hint, apart.changed(w=case.w[:1], b=case.b[:1])
    else:
        sizes = (max(1, size - 2 * case.pad) for size in (rows, columns))
        place = case.changed(x=cropped(case.x, *sizes))
        hint = (
            "where the kernel fits once it is right: "
            f"d{name} collects from every place: what happens at the second one?"
        )
        yield hint, place
        hint = (
            "for one image where the kernel fits once it is right: "
            f"d{name} collects from every place and from every image, as a sum."
        )
        yield hint, place.changed(x=place.x[:1])


def _conv_backward_trace(case: ConvCase, name: str, grad: Array) -> str | None:
    """Recognise a mistake in the gradient of ``name`` (x, w or b)."""
    _, truth = conv_truth(case)
    right = truth[name]
    if 0 in grad.shape:
        return CROPPED
    if name == "b" and grad.size > right.size:
        return "one number a filter: sum over the images and over all places."
    if not grad.any():
        return f"d{name} is 0 everywhere: {NEVER_FILLED}"
    if grad.shape != right.shape:
        return None
    outputs = case.dout[:, 0].size
    if any(equal(grad * many, right) for many in (len(case.x), outputs)):
        return "a gradient is a sum, not a mean; a division by N belongs to the loss."
    if name == "b" and equal(grad, np.full(right.shape, right.sum())):
        return "each filter has its own part of dout."
    if name == "w" and equal(grad[..., ::-1, ::-1], right):
        return "the kernel is not flipped, so dw is not either."
    flipped = replace(case, w=case.w[:, :, ::-1, ::-1].copy())
    if name == "x" and equal(grad, conv_truth(flipped)[1]["x"]):
        return "the kernel goes back as it came: it is not flipped."
    return None


def _pool_forward_trace(case: PoolCase, out: Array) -> str | None:
    """Recognise a mistake of max pooling's forward pass."""
    truth, _ = pool_truth(case)
    if out.shape == truth.swapaxes(2, 3).shape != truth.shape:
        return "height and width are swapped."
    if out.shape != truth.shape:
        return _pool_overhang(truth, out)
    windows = windows_of(case.x, case.height, case.width, case.stride)
    square = _pooled_like(truth, case.x, case.stride, case.stride, case.stride)
    turned = _pooled_like(truth, case.x, case.width, case.height, case.stride)
    at = np.abs(windows).argmax(axis=-1)[..., None]
    farthest = np.take_along_axis(windows, at, axis=-1)[..., 0]
    rows, columns = truth.shape[2:]
    as_output = _pooled_like(truth, case.x, rows, columns, case.stride)
    return recognise(
        out,
        [
            (WHOLE, np.trunc(truth)),
            (
                "max pooling keeps the largest value, not the mean.",
                windows.mean(axis=-1),
            ),
            (
                "max pooling keeps the largest value, not the smallest.",
                windows.min(axis=-1),
            ),
            ("a window of negative numbers has a negative maximum.", truth.clip(0.0)),
            ("a window of negative numbers has a negative maximum.", farthest),
            ("the window's size and the stride are two different things.", square),
            ("height and width of the window are swapped.", turned),
            (
                "a window has pool_height rows and pool_width columns, whatever the "
                "size of the output.",
                as_output,
            ),
        ],
    )


def _pool_overhang(truth: Array, out: Array) -> str | None:
    """Recognise right outputs, and below and beside them some of cut windows."""
    (rows, columns), (seen_rows, seen_columns) = truth.shape[2:], out.shape[2:]
    inside = out[:, :, :rows, :columns]
    if seen_rows > rows and seen_columns > columns and equal(inside, truth):
        return (
            "the first outputs are right, but there are too many: each window lies "
            "inside the image, so the output has 1 + (H - height) / stride rows."
        )
    return None


def _pool_place(case: PoolCase, out: Array) -> str | None:
    """Recognise an entry that is taken for its place, and not for its size."""
    rows, columns = pool_truth(case)[0].shape[2:]
    if out.shape[2:] != (rows, columns):
        return "the output has 1 + (H - height) / stride rows; columns likewise."
    hint = "the largest entry may stand anywhere in its window."
    corners = [(0, 0), (case.height - 1, case.width - 1)]
    taken = [case.x[:, :, i :: case.stride, j :: case.stride] for i, j in corners]
    return recognise(out, [(hint, entries[:, :, :rows, :columns]) for entries in taken])


def _simpler_poolings(case: PoolCase) -> Iterator[tuple[str, PoolCase]]:
    """Change one setting at a time; an answer that gets it right has its hint."""
    height, width = case.x.shape[2:]
    side, window = max(height, width), max(case.height, case.width)
    image, step = cropped(case.x, side, side), max(case.stride, 2)
    mixed = "heights belong to rows, and widths to columns."
    if height != width:
        yield f"for a square image it is right: {mixed}", case.changed(x=image)
    if case.height != case.width:
        hint = "the window's height and its width are two numbers."
        square = case.changed(height=window, width=window)
        yield f"for a square window it is right: {hint}", square
    if height != width:
        both = case.changed(x=image, height=window, width=window)
        yield f"for a square image and a square window it is right: {mixed}", both
    if not case.height == case.width == case.stride:
        hint = "the window's size and the stride are two different things."
        tiled = case.changed(height=step, width=step, stride=step)
        yield f"where the stride is the window's size it is right: {hint}", tiled
    if case.stride > 1:
        hint = "the window moves on by the stride, in rows and in columns."
        yield f"with stride 1 it is right: {hint}", case.changed(stride=1)
    if case.x.min() < 0:
        hint = "a window of negative numbers has a negative maximum."
        positive = case.changed(x=case.x - case.x.min() + 1)
        yield f"without negative numbers it is right: {hint}", positive
    if case.x.shape[1] > 1:
        hint = "every channel is pooled by itself."
        yield f"for one channel it is right: {hint}", case.changed(x=case.x[:, :1])
    if len(case.x) > 1:
        hint = "look at each image of the batch by itself."
        yield f"for one image it is right: {hint}", case.changed(x=case.x[:1])


def _simplest_pooling(case: PoolCase) -> PoolCase:
    """Return a case that most forward passes can do."""
    x = cropped(case.x[:1, :1], 4, 4)
    return case.changed(x=x, height=2, width=2, stride=2)


def _simpler_pool_gradients(case: PoolCase) -> Iterator[tuple[str, PoolCase]]:
    stride = max(case.height, case.width) + 1
    if case.stride < stride - 1:
        sizes = zip(case.x.shape[2:], (case.height, case.width), strict=True)
        x = cropped(case.x, *(max(size, stride + window) for size, window in sizes))
        hint = (
            "where no windows overlap it is right: "
            "the sum of dx must be the sum of dout: where windows overlap, one entry "
            "collects from several windows."
        )
        yield hint, case.changed(x=x, stride=stride)
    yield from _simpler_poolings(case)


def _pooled_like(truth: Array, x: Array, height: int, width: int, stride: int) -> Array:
    """Pool with another window, on the grid of ``truth``; nan where no window fits."""
    rows, columns = truth.shape[2:]
    below = max(0, (rows - 1) * stride + height - x.shape[2])
    beside = max(0, (columns - 1) * stride + width - x.shape[3])
    margins = ((0, 0), (0, 0), (0, below), (0, beside))
    padded = np.pad(x, margins, constant_values=-np.inf)
    windows = windows_of(padded, height, width, stride)
    out = windows[:, :, :rows, :columns].max(axis=-1)
    return np.where(np.isfinite(out), out, np.nan)


def assert_pools(forward: Function, case: PoolCase, *, name: str = "out") -> Array:
    """Assert what a forward pass of max pooling computes.

    Args:
        forward: the student's ``max_pool_forward_naive``.
        case: the layer's input.
        name: how the message calls the output.

    Returns:
        The output.

    Raises:
        AssertionError: with a hint where the mistake is known.

    """

    def check(case: PoolCase, hint: Any = None) -> Array:
        result = forward(case.x, case.pool_param)
        out, _ = assert_outputs(result, count=2, name=forward.name)
        return assert_close(out, pool_truth(case)[0], name=name, hint=hint)

    def explore() -> str | None:
        return first_that_helps(_simpler_poolings(case), check)

    def explain(out: Array) -> str | None:
        return _pool_forward_trace(case, out) or explore() or _pool_place(case, out)

    with crash_explained(explore):
        return check(case, explain)


def _pool_backward_trace(case: PoolCase, dx: Array) -> str | None:
    _, truth = pool_truth(case)
    if dx.shape != truth.shape:
        return "dx has the shape of x."
    if not dx.any():
        return f"dx is 0 everywhere: {NEVER_FILLED}"
    if equal(dx, (truth != 0).astype(np.float64)):
        return "the window's gradient goes to its largest entry, so dout counts."
    if equal(dx, truth * case.x):
        return "an entry that reaches the output as it is has the slope 1."
    return None


def assert_conv_gradient(
    forward: Function, backward: Function, case: ConvCase, name: str
) -> None:
    """Assert one gradient of a convolution layer, whatever the forward is worth.

    Args:
        forward: the student's ``conv_forward_naive``.
        backward: the student's ``conv_backward_naive``.
        case: the layer's input.
        name: the gradient to look at: ``x``, ``w`` or ``b``.

    Raises:
        AssertionError: when neither the student's own cache nor the documented one
            ``(x, w, b, conv_param)`` leads to the right gradient.

    """

    def parts(case: ConvCase, hint: Any = None) -> tuple[Check, Own]:
        out, truth = conv_truth(case)

        def check(cache: Any) -> None:
            result = backward(case.dout, cache)
            grads = assert_outputs(result, count=3, name="conv_backward_naive")
            label = f"d{name} {case.settings}"
            assert_close(grads["xwb".index(name)], truth[name], name=label, hint=hint)

        def own() -> tuple[Any, Doubt]:
            inputs = case.x, case.w, case.b, case.conv_param
            result = forward(*inputs)
            value, cache = assert_outputs(result, count=2, name="conv_forward_naive")
            return cache, _doubt(forward, inputs, value, out)

        return check, own

    def attempt(case: ConvCase, hint: Any = None) -> None:
        simpler = [each for _, each in _simpler_convolutions(case)]
        elsewhere = map(parts, [*simpler, _simplest_convolution(case)])
        with_either_cache(*parts(case, hint), _documented(case), elsewhere)

    def explore() -> str | None:
        return first_that_helps(_simpler_gradients(case, name), attempt)

    def explain(grad: Array) -> str | None:
        found = _conv_backward_trace(case, name, grad) or explore()
        if not found and grad.shape != conv_truth(case)[1][name].shape:
            found = "a gradient has the shape of what it belongs to."
        return found

    with crash_explained(explore):
        attempt(case, explain)


def assert_pool_gradient(forward: Function, backward: Function, case: PoolCase) -> None:
    """Assert the gradient of a max-pooling layer, whatever the forward is worth.

    Raises:
        AssertionError: when neither the student's own cache nor the documented one
            ``(x, pool_param)`` leads to the right gradient.

    """

    def parts(case: PoolCase, hint: Any = None) -> tuple[Check, Own]:
        out, truth = pool_truth(case)

        def check(cache: Any) -> None:
            dx = backward(case.dout, cache)
            assert_close(dx, truth, name=f"dx {case.settings}", hint=hint)

        def own() -> tuple[Any, Doubt]:
            inputs = case.x, case.pool_param
            value, cache = assert_outputs(
                forward(*inputs), count=2, name="max_pool_forward_naive"
            )
            return cache, _doubt(forward, inputs, value, out)

        return check, own

    def attempt(case: PoolCase, hint: Any = None) -> None:
        simpler = [each for _, each in _simpler_poolings(case)]
        elsewhere = map(parts, [*simpler, _simplest_pooling(case)])
        documented = case.x.copy(), case.pool_param
        with_either_cache(*parts(case, hint), documented, elsewhere)

    def explore() -> str | None:
        return first_that_helps(_simpler_pool_gradients(case), attempt)

    def explain(dx: Array) -> str | None:
        found = _pool_backward_trace(case, dx) or explore()
        if not found and np.count_nonzero(dx) > np.count_nonzero(pool_truth(case)[1]):
            found = "only the largest entry of a window gets its gradient."
        return found

    with crash_explained(explore):
        attempt(case, explain)


def assert_conv_again(
    forward: Function, backward: Function, case: ConvCase, other: ConvCase
) -> None:
    """Assert that a convolution's backward pass gives the same when called again.

    Raises:
        AssertionError: saying what it changed.

    """

    def cache_of(case: ConvCase) -> Any:
        result = forward(case.x, case.w, case.b, case.conv_param)
        return assert_outputs(result, count=2, name=forward.name)[1]

    simplest = _simplest_convolution(case)
    assert_backward_again(
        backward,
        case.dout,
        own=lambda: cache_of(case),
        documented=_documented(case),
        between=lambda: cache_of(other),
        elsewhere=(simplest.dout, lambda: cache_of(simplest)),
    )


def assert_pool_again(
    forward: Function, backward: Function, case: PoolCase, other: PoolCase
) -> None:
    """Assert that a pooling's backward pass gives the same when called again.

    Raises:
        AssertionError: saying what it changed.

    """

    def cache_of(case: PoolCase) -> Any:
        result = forward(case.x, case.pool_param)
        return assert_outputs(result, count=2, name=forward.name)[1]

    simplest = _simplest_pooling(case)
    assert_backward_again(
        backward,
        case.dout,
        own=lambda: cache_of(case),
        documented=(case.x.copy(), case.pool_param),
        between=lambda: cache_of(other),
        elsewhere=(simplest.dout, lambda: cache_of(simplest)),
    )


def _documented(case: ConvCase) -> Any:
    return case.x.copy(), case.w.copy(), case.b.copy(), case.conv_param


def assert_settings_unchanged(
    function: Function, *arrays: Array, settings: dict[str, int]
) -> None:
    """Assert that a layer changes neither its arrays nor its settings.

    Raises:
        AssertionError: naming what was changed.

    """
    assert_inputs_unchanged(function, *arrays, settings)
    given = dict(settings)
    function(*arrays, given)
    changed = [key for key in settings if given.get(key) != settings[key]]
    assert not changed, (
        f"{function.name} changed {changed[0]!r} in the settings that it was given. "
        "Hint: the caller uses the same settings again."
    )


def _doubt(forward: Function, inputs: tuple[Any, ...], out: Any, truth: Array) -> Doubt:
    sentence = f"Your {forward.name} is wrong for this input: mend it first."
    return doubt_of(forward, inputs, out, truth, sentence)
