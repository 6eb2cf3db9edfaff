"""What `conv_relu_pool_forward` and its backward pass must do: compose."""

from functools import partial

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_close,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise
from checks.sandwich import STAND_INS, composition_hint
from references.convolution import SINGLE_LAYERS, sandwich_mistakes, sandwich_truth


@public(points=2)
def test_calls_the_layers_in_order(
    env: Notebook, conv_relu_pool_forward: Function
) -> None:
    """conv_relu_pool_forward should convolve first, then take the ReLU, then pool."""
    x = np.array([[[[1.0, -4.0]]]])
    with env.standing_on(**STAND_INS):
        result = conv_relu_pool_forward(x, None, None, {}, {})
        out, _ = assert_outputs(result, count=2, name="conv_relu_pool_forward")
    assert_close(out, [[[[14.0, 10.0]]]], name="out", hint=composition_hint)


@hidden(points=3)
def test_sends_the_gradient_back(
    env: Notebook,
    conv_relu_pool_forward: Function,
    conv_relu_pool_backward: Function,
) -> None:
    """conv_relu_pool_backward should pass back through pooling, ReLU and convolution."""
    rng = random_cases("sandwich")
    x, w, b = (rng.normal(size=shape) for shape in ((2, 3, 6, 4), (5, 3, 3, 3), (5,)))
    b[0] = -30.0  # nothing of this filter passes the ReLU, whatever is drawn
    conv_param = {"stride": 1, "pad": 1}
    pool_param = {"pool_height": 2, "pool_width": 2, "stride": 2}
    dout = rng.normal(size=(2, 5, 3, 2))
    truth, grads = sandwich_truth(x, w, b, dout)
    with env.standing_on(**SINGLE_LAYERS):
        result = conv_relu_pool_forward(x, w, b, conv_param, pool_param)
        out, cache = assert_outputs(result, count=2, name="conv_relu_pool_forward")
        result = conv_relu_pool_backward(dout, cache)
    assert_close(out, truth, name="out")
    found = assert_outputs(result, count=3, name="conv_relu_pool_backward")
    mistakes = sandwich_mistakes(x, w, b, dout)
    for value, name in zip(found, ("x", "w", "b"), strict=True):
        tell = partial(recognise, mistakes=[(hint, d[name]) for hint, d in mistakes])
        assert_close(value, grads[name], name=f"d{name}", hint=tell)
