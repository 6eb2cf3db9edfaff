"""What right rows and a right least-squares fit must be."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_close,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.dropout_experiments import assert_same_rows, features, target
from checks.hints import recognise


@public(points=2)
def test_lists_the_worked_example(dropout_rows: Function) -> None:
    """dropout_rows should list the four rows of the worked example."""
    result = dropout_rows(np.array([3.0, 5.0]), 8.0)
    X, Y = assert_outputs(result, count=2, name="dropout_rows")
    rows = np.array([[0.0, 0.0], [6.0, 0.0], [0.0, 10.0], [6.0, 10.0]])
    assert_same_rows((X, Y), rows, np.full(4, 8.0), hint=lambda *_: None)


@public(points=2)
def test_fits_a_worked_example(fit_rows: Function) -> None:
    """fit_rows should fit two rows exactly, and measure the loss for x."""
    X, Y = np.array([[2.0, 0.0], [0.0, 4.0]]), np.array([6.0, 6.0])
    result = fit_rows(X, Y, np.array([1.0, 1.0]), 6.0)
    w, training, testing = assert_outputs(result, count=3, name="fit_rows")
    assert_close(w, [3.0, 1.5], name="w")
    assert_close(training, 0.0, name="the training loss")
    assert_close(testing, 2.25, name="the test loss")


@hidden(points=3)
def test_lists_every_mask_once(dropout_rows: Function) -> None:
    """dropout_rows should list every one of the 2^d rows once, in any order."""
    from references.two_weights import all_masks, rows_hint

    rng = random_cases("rows")
    for count in (2, 3, 4):
        x, y = features(rng, count), target(rng)
        result = assert_outputs(dropout_rows(x, y), count=2, name="dropout_rows")
        masks, _ = all_masks(count, 0.5)
        assert_same_rows(
            result, x * masks, np.full(len(masks), y), hint=rows_hint(x, y)
        )


@hidden(points=3)
def test_fits_any_rows(fit_rows: Function) -> None:
    """fit_rows should return the least-squares solution and both mean squared errors."""
    from references.two_weights import fitted

    rng = random_cases("fit")
    for rows, count in ((5, 2), (9, 3)):
        X, Y = rng.normal(size=(rows, count)), rng.normal(size=rows) + 2
        x, y = features(rng, count), target(rng)
        result = assert_outputs(fit_rows(X, Y, x, y), count=3, name="fit_rows")
        w, training = fitted(X, Y)
        assert_close(result[0], w, name="w")
        predicted = float((x * w).sum())
        expected = (predicted - y) ** 2
        order = "which of the two losses comes first?"
        squared = "a mean squared error has a square, and is a mean."
        mean = "add up the squared errors and divide by the number of rows."
        slips = [
            (order, expected),
            (mean, training * rows),
            (squared, np.sqrt(training)),
            (squared, np.abs(X @ w - Y).mean()),
            ("the mean squared error is not halved.", training / 2),
        ]
        hint = partial(recognise, mistakes=slips)
        assert_close(result[1], training, name="the training loss", hint=hint)
        testing = "in testing nothing is dropped and nothing is rescaled."
        slips = [
            (squared, abs(predicted - y)),
            (squared, predicted - y),
            (squared, y - predicted),
            (testing, (2 * predicted - y) ** 2),
            (testing, (predicted / 2 - y) ** 2),
            ("the mean squared error is not halved.", expected / 2),
        ]
        hint = partial(recognise, mistakes=slips)
        assert_close(result[2], expected, name="the test loss", hint=hint)
