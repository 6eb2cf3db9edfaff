"""What a correct `conv_backward_naive` must do, with its own cache or the documented one."""

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.convolution import (
    ConvCase,
    assert_conv_again,
    assert_conv_gradient,
    conv_cases,
)


@public(points=3)
def test_gives_the_worked_example(
    conv_forward_naive: Function, conv_backward_naive: Function
) -> None:
    """conv_backward_naive should give dx, dw and db of the worked example."""
    x, w = np.array([[[[1.0, 2.0, 3.0]]]]), np.array([[[[1.0, 10.0]]]])
    case = ConvCase(x, w, np.zeros(1), np.ones((1, 1, 1, 2)), stride=1, pad=0)
    for name in "xwb":
        assert_conv_gradient(conv_forward_naive, conv_backward_naive, case, name)


@hidden(points=7)
def test_gives_dx_of_every_shape(
    conv_forward_naive: Function, conv_backward_naive: Function
) -> None:
    """conv_backward_naive should give dx for any shape, stride and pad, also pad 0."""
    for case in conv_cases(random_cases("dx")):
        assert_conv_gradient(conv_forward_naive, conv_backward_naive, case, "x")


@hidden(points=4)
def test_gives_dw_of_every_shape(
    conv_forward_naive: Function, conv_backward_naive: Function
) -> None:
    """conv_backward_naive should give dw for any shape, stride and pad."""
    for case in conv_cases(random_cases("dw")):
        assert_conv_gradient(conv_forward_naive, conv_backward_naive, case, "w")


@hidden(points=3)
def test_gives_db_of_every_shape(
    conv_forward_naive: Function, conv_backward_naive: Function
) -> None:
    """conv_backward_naive should sum dout into one number a filter."""
    for case in conv_cases(random_cases("db")):
        assert_conv_gradient(conv_forward_naive, conv_backward_naive, case, "b")


@hidden(points=1)
def test_gives_the_same_again(
    conv_forward_naive: Function, conv_backward_naive: Function
) -> None:
    """conv_backward_naive should leave dout and its cache as they are."""
    case, other = conv_cases(random_cases("again"))[:2]
    assert_conv_again(conv_forward_naive, conv_backward_naive, case, other)
