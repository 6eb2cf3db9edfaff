"""What a correct `dropout_backward` must do, with its own cache or the documented one."""

import numpy as np

from checks import Function, hidden, public, random_cases
from checks.dropout import (
    DropoutCase,
    assert_dropout_gradient,
    assert_dropout_leaves_alone,
    dropout_cases,
)


@public(points=2)
def test_doubles_the_gradient_of_survivors(
    dropout_forward: Function, dropout_backward: Function
) -> None:
    """dropout_backward should double dout where an entry survived p = 0.5, else give 0."""
    x, dout = np.arange(1.0, 41.0), np.arange(41.0, 81.0)
    for shape in ((40,), (5, 8)):
        case = DropoutCase(x.reshape(shape), dout.reshape(shape), p=0.5, seed=3)
        assert_dropout_gradient(dropout_forward, dropout_backward, case, "train")


@hidden(points=4)
def test_follows_the_mask_for_any_p(
    dropout_forward: Function, dropout_backward: Function
) -> None:
    """dropout_backward should pass dout through the mask of the forward pass, for any p."""
    for case in dropout_cases(random_cases("dropout backward")):
        assert_dropout_gradient(dropout_forward, dropout_backward, case, "train")


@hidden(points=1.5)
def test_testing_returns_dout(
    dropout_forward: Function, dropout_backward: Function
) -> None:
    """dropout_backward should return dout after a forward pass in test mode."""
    for case in dropout_cases(random_cases("dropout backward in testing")):
        assert_dropout_gradient(dropout_forward, dropout_backward, case, "test")


@hidden(points=1)
def test_leaves_dout_and_the_cache_alone(
    dropout_forward: Function, dropout_backward: Function
) -> None:
    """dropout_backward should change neither dout nor the cache."""
    for case in dropout_cases(random_cases("dropout backward inputs")):
        assert_dropout_leaves_alone(dropout_forward, dropout_backward, case, "train")
