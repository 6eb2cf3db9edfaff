"""What a delay of the input does, and what it shows."""

from functools import partial

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.filters import stand_ins
from checks.hints import recognise
from checks.worlds import in_either_world


@public(points=2)
def test_starts_five_steps_later(delayed_response: Function, env: Notebook) -> None:
    """delayed_response should start five steps later for N = 5."""
    still = [1, 1.5, 0.75, 0.375, 0.1875, 0.09375, 0.046875, 0.0234375]
    early = [0.09375 / 2**k for k in range(8)]
    rolled = [*still[3:], *still[:3]]
    mistakes = [
        ("the input was delayed, so why should the output stay?", still),
        ("a delay moves a signal to later indices.", early),
        ("what leaves at one end must not come back in at the other.", rolled),
        ("only the input is delayed; the filter stays as it is.", [0.0] * 8),
    ]
    hint = partial(recognise, mistakes=mistakes)

    def check() -> None:
        y2 = delayed_response(np.arange(8), 2, 0.5, 5)
        assert_close(y2, [0, 0, 0, 0, 0, 1, 1.5, 0.75], name="y2", hint=hint)

    in_either_world(env, stand_ins(env), check)


@public(points=0.5)
def test_names_one_property(delay_property: object) -> None:
    """delay_property should be one letter from A to E."""
    assert_choices(delay_property, "ABCDE", name="delay_property", exactly=1)


@public(points=0.5)
def test_names_some_systems(systems_with_it: object) -> None:
    """systems_with_it should be letters from A to F."""
    assert_choices(systems_with_it, "ABCDEF", name="systems_with_it")


@hidden(points=3)
def test_follows_every_delay(delayed_response: Function, env: Notebook) -> None:
    """delayed_response should follow every delay, also a negative one."""
    from references import filters

    rng = random_cases("delay")
    n, given = np.arange(-6, 13), {"boxcar_exp": filters.boxcar_exp}

    def check(L: int, a: float, N: int) -> None:
        hint = partial(filters.delay_hint, n, L, a, N)
        truth = filters.boxcar_exp(n - N, L, a)
        y2 = delayed_response(n, L, a, N)
        assert_close(y2, truth, name=f"y2 for N = {N}", hint=hint)

    for N in (5, 3, -4, 0):
        L, a = int(rng.integers(2, 9)), rng.uniform(0.1, 0.9)
        in_either_world(env, given, partial(check, L, a, N))


@hidden(points=1)
def test_names_the_right_property(delay_property: object) -> None:
    """delay_property should be what the delay shows about the filter."""
    hints = {
        "A": "only one input is used here; what do you add to what?",
        "C": "compare y2 and y at the same n: are they the same numbers?",
        "D": "signal and filter keep their places here; what changed?",
        "E": "the output never comes too early, but the delay shows more than that.",
    }
    assert_right_choices(
        delay_property, "B", "ABCDE", name="delay_property", hints=hints
    )


@hidden(points=2)
def test_names_the_right_systems(systems_with_it: object) -> None:
    """systems_with_it should be the systems whose output moves with the input."""
    ask = "put in a single 1 at n = 1, then one at n = 2: does the output only move?"
    hints = {
        "A": "two neighbours are subtracted in the same way at every n.",
        "B": ask,
        "C": ask,
        "D": "time invariance does not ask for linearity.",
        "E": ask,
        "F": "time invariance does not ask for linearity.",
    }
    assert_right_choices(
        systems_with_it,
        "ADF",
        "ABCDEF",
        name="systems_with_it",
        hints=hints,
    )
