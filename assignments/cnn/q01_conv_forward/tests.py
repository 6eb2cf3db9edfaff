"""What a correct `conv_forward_naive` must do."""

import numpy as np

from checks import Function, assert_close, hidden, public, random_cases
from checks.convolution import (
    ConvCase,
    assert_convolves,
    assert_settings_unchanged,
    conv_cases,
)


@public(points=2)
def test_slides_a_filter_over_a_row(conv_forward_naive: Function) -> None:
    """conv_forward_naive should slide the filter as it is, without flipping it."""
    x, w = np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[1.0, 10.0]]]])
    case = ConvCase(x, w, np.zeros(1), np.ones((1, 1, 1, 2)), stride=1, pad=0)
    out = assert_convolves(conv_forward_naive, case)
    assert_close(out, [[[[21.0, 32.0]]]], name="out")


@public(points=2)
def test_pads_strides_and_adds_the_bias(conv_forward_naive: Function) -> None:
    """conv_forward_naive should pad with zeros, step by the stride and add the bias."""
    x, w = np.arange(9.0).reshape(1, 1, 3, 3), np.ones((2, 1, 3, 3))
    bias, dout = np.array([0.0, 100.0]), np.ones((1, 2, 2, 2))
    case = ConvCase(x, w, bias, dout, stride=2, pad=1)
    out = assert_convolves(conv_forward_naive, case)
    sums = np.array([[8.0, 12.0], [20.0, 24.0]])
    assert_close(out, [[sums, sums + 100.0]], name="out")


@hidden(points=9)
def test_convolves_every_shape(conv_forward_naive: Function) -> None:
    """conv_forward_naive should give the cross-correlation for any shape, stride and pad."""
    for case in conv_cases(random_cases("conv forward")):
        assert_convolves(conv_forward_naive, case, name=f"out {case.settings}")


@hidden(points=1)
def test_leaves_its_inputs_alone(conv_forward_naive: Function) -> None:
    """conv_forward_naive should change neither x, w, b nor conv_param."""
    for case in conv_cases(random_cases("conv inputs"))[:2]:
        arrays, settings = (case.x, case.w, case.b), case.conv_param
        assert_settings_unchanged(conv_forward_naive, *arrays, settings=settings)
