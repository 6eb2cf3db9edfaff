"""What the answer of an exponential filter to a boxcar must be."""

from contextlib import suppress
from functools import partial

import numpy as np
import numpy.typing as npt

from checks import Array, Function, assert_close, hidden, public, random_cases
from checks.hints import recognise


@public(points=3)
def test_gives_the_worked_example(boxcar_exp: Function) -> None:
    """boxcar_exp should give the worked example with L = 2 and a = 1/2."""
    mistakes = [
        ("before n = 0 nothing has gone in.", [-2, 0, 1, 1.5, 0.75, 0.375]),
        ("what does the filter do after the boxcar?", [0, 0, 1, 1.5, 0, 0]),
        ("at which n does the boxcar end?", [0, 0, 1, 1.5, 1.75, 0.375]),
        ("the boxcar has L ones, not L + 1.", [0, 0, 1, 1.5, 1.75, 0.875]),
        ("is the flip missing?", [0, 1, 1.5, 0.75, 0.375, 0.1875]),
        ("the boxcar begins at n = 0.", [0, 0, 0, 1, 1.5, 0.75]),
        ("the boxcar has L ones, not L - 1.", [0, 0, 1, 0.5, 0.25, 0.125]),
        ("y[n] belongs to the n that is given: which n do you answer?", [0.0] * 6),
        ("is the flip missing?", [0.375, 0.75, 1.5, 1, 0, 0]),
        ("the boxcar ends: the sum stops growing.", [0, 0, 1, 1.5, 1.75, 1.875]),
    ]
    y = boxcar_exp(np.arange(-2, 4), 2, 0.5)
    hint = partial(recognise, mistakes=mistakes)
    assert_close(y, [0, 0, 1, 1.5, 0.75, 0.375], name="y", hint=hint)


@hidden(points=7)
def test_equals_the_sum_of_its_terms(boxcar_exp: Function) -> None:
    """boxcar_exp should equal the sum of its terms for every L and every a."""
    from references import filters

    rng = random_cases("boxcar")
    n = np.arange(-6, 13)
    lengths, ratios = rng.integers(2, 9, size=6), rng.uniform(0.1, 0.9, size=6)
    for L, a in [
        (7, 0.5),
        (4, 0.5),
        (1, 0.7),
        *zip(lengths.tolist(), ratios.tolist(), strict=True),
    ]:
        hint = partial(filters.boxcar_exp_hint, n, L, a)
        truth = filters.boxcar_exp(n, L, a)
        assert_close(boxcar_exp(n, L, a), truth, name=f"y for L = {L}", hint=hint)


@hidden(points=3)
def test_answers_each_index_by_itself(boxcar_exp: Function) -> None:
    """boxcar_exp should give each y[n] whatever the other indices are."""
    from references import filters

    rng = random_cases("indices")
    ordered = np.arange(-15, 25)

    def is_right_in_order() -> None:
        y = boxcar_exp(ordered, 7, 0.5)
        assert_close(y, filters.boxcar_exp(ordered, 7, 0.5), name="y")

    for n in np.split(rng.permutation(ordered), 4):
        y = boxcar_exp(n, 7, 0.5)

        def hint(seen: Array, n: npt.NDArray[np.int_] = n) -> str | None:
            with suppress(AssertionError):
                is_right_in_order()
                return (
                    "y[n] should not depend on the order of the n, "
                    "nor on where they begin."
                )
            return filters.boxcar_exp_hint(n, 7, 0.5, seen)

        assert_close(y, filters.boxcar_exp(n, 7, 0.5), name="y", hint=hint)
