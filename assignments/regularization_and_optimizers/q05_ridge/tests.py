"""What a correct `to_ridge` must give: minimisers that belong to each other."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_array,
    assert_close,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.lists import unstacked
from references.noise import diagonal_hint, gamma_hint, ridges, weight_hint


@public(points=2)
def test_gives_the_worked_example(to_ridge: Function) -> None:
    """to_ridge should give the worked example."""
    result = to_ridge(np.array([[3.0, 0.0], [4.0, 2.0]]), np.array([2.0, -4.0]), 0.5)
    w, gamma = assert_outputs(unstacked(result), count=2, name="to_ridge")
    assert_close(w, [1.0, -2.0], name="w")
    assert_close(gamma, [5.0, 2.0], name="gamma")


@hidden(points=2)
def test_translates_the_weights(to_ridge: Function) -> None:
    """to_ridge should turn the minimiser of the dropout loss into that of the ridge loss."""
    for case in ridges(random_cases("ridge weights")):
        learned, p = case.learned_by_dropout, case.p_keep
        result = unstacked(to_ridge(case.X, learned, p))
        w, _ = assert_outputs(result, count=2, name="to_ridge")
        truth = case.solution(case.true_gamma)
        assert_close(w, truth, name="w", hint=partial(weight_hint, learned, p))


@hidden(points=3)
def test_finds_the_penalty(to_ridge: Function) -> None:
    """to_ridge should give the gamma whose ridge solution dropout finds."""
    for case in ridges(random_cases("ridge gamma")):
        learned, p = case.learned_by_dropout, case.p_keep
        result = unstacked(to_ridge(case.X, learned, p))
        _, gamma = assert_outputs(result, count=2, name="to_ridge")
        kind = partial(diagonal_hint, case)
        diagonal = assert_array(gamma, learned.shape, name="gamma", hint=kind)
        hint = gamma_hint(case, diagonal)
        name = "the solution of the ridge problem with your gamma"
        assert_close(case.solution(diagonal), p * learned, name=name, hint=hint)
