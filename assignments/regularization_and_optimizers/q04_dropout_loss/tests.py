"""What a correct `dropout_loss` must give: the average over all masks."""

from functools import partial

import numpy as np

from checks import Function, assert_array, assert_close, hidden, public, random_cases
from references.noise import coin, cross_hint, keep_chances, penalty_hint, regressions


@public(points=1)
def test_averages_over_one_coin(dropout_loss: Function) -> None:
    """dropout_loss should give 5 for the worked example with one entry."""
    loss = dropout_loss(np.array([[2.0]]), np.array([3.0]), np.array([1.0]), 0.5)
    assert_close(loss, 5.0, name="the loss")


@public(points=2)
def test_averages_over_four_coins(dropout_loss: Function) -> None:
    """dropout_loss should give 11, the average of 16 losses, for two rows and columns."""
    X = np.array([[1.0, 2.0], [3.0, -1.0]])
    loss = dropout_loss(X, np.array([2.0, 1.0]), np.array([1.0, -1.0]), 0.5)
    assert_close(loss, 11.0, name="the loss")


@hidden(points=2)
def test_uses_the_average_mask(dropout_loss: Function) -> None:
    """dropout_loss should depend on y as the average over all masks does."""
    cases = regressions(random_cases("dropout y"))
    for case, p in zip(cases, keep_chances(random_cases("p y")), strict=True):
        with_y = assert_array(
            dropout_loss(case.X, case.y, case.w, p), (), name="the loss"
        )
        without_y = assert_array(
            dropout_loss(case.X, 0 * case.y, case.w, p), (), name="the loss for y = 0"
        )
        truth, truth_without = case.average_loss(coin(p))
        name = "the loss for y minus the loss for y = 0"
        hint = partial(cross_hint, case, p)
        assert_close(with_y - without_y, truth - truth_without, name=name, hint=hint)


@hidden(points=3)
def test_adds_the_variance(dropout_loss: Function) -> None:
    """dropout_loss should equal the average over all masks when y is 0."""
    cases = regressions(random_cases("dropout penalty"))
    for case, p in zip(cases, keep_chances(random_cases("p penalty")), strict=True):
        loss = dropout_loss(case.X, 0 * case.y, case.w, p)
        _, truth = case.average_loss(coin(p))
        hint = partial(penalty_hint, case, p)
        assert_close(loss, truth, name="the loss for y = 0", hint=hint)
