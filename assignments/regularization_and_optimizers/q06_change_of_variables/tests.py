"""What a correct `effective_data` must give, up to a positive factor."""

from functools import partial

import numpy as np

from checks import Array, Function, assert_array, hidden, public, random_cases
from checks.scales import assert_close_up_to_scale
from references.noise import change_hint, well_conditioned


@public(points=2)
def test_gives_the_worked_example(effective_data: Function) -> None:
    """effective_data should give the worked example."""
    X, Gamma = np.array([[2.0, 6.0], [4.0, 9.0]]), np.diag([2.0, 3.0])
    truth = [[1.0, 2.0], [2.0, 3.0]]

    def by_zeros(answer: Array) -> str | None:
        entries = "zeros of Gamma divide here: how does a matrix divide another?"
        return None if np.isfinite(answer).all() else entries

    answer = effective_data(X, Gamma)
    assert_close_up_to_scale(answer, truth, name="X_tilde", hint=by_zeros)


@hidden(points=3)
def test_gives_the_same_predictions(effective_data: Function) -> None:
    """effective_data should predict with Gamma w what X predicts with w, for every w."""
    rng = random_cases("change of variables")
    for n, d in ((4, 4), (5, 3), (2, 5)):
        X, Gamma = rng.normal(size=(n, d)), well_conditioned(rng, d)
        answer = assert_array(effective_data(X, Gamma), (n, d), name="X_tilde")
        hint = partial(change_hint, X, Gamma)(answer)
        name = "X_tilde @ Gamma, compared with X,"
        assert_close_up_to_scale(answer @ Gamma, X, name=name, hint=hint)
