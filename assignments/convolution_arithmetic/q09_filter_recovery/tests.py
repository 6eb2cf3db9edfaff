"""Which filter `recover_filter` must find."""

from functools import partial

import numpy as np

from checks import Function, assert_close, hidden, public, random_cases
from checks.arithmetic import filter_hint, recovered


@public(points=2)
def test_recovers_a_worked_example(recover_filter: Function) -> None:
    """recover_filter should find the filter of the worked example."""
    x, y = np.array([1.0, 4.0, 0.0]), np.array([-2.0, 8.0])
    hint = partial(filter_hint, x, y)
    assert_close(recover_filter(x, y, 2), [2.0, -1.0], name="filter", hint=hint)


@hidden(points=3)
def test_recovers_every_filter(recover_filter: Function) -> None:
    """recover_filter should find filters of any length from enough outputs."""
    rng = random_cases("filters")
    first = (np.array([1.0, 4.0, 0.0, -2.0, 3.0]), np.array([2.0, -1.0, 3.0]))
    cases = []
    for size, extra in ((2, 0), (3, 4), (4, 0), (5, 6)):
        while True:
            x = rng.normal(size=2 * size - 1 + extra)
            rows = np.lib.stride_tricks.sliding_window_view(x, size)
            if np.linalg.cond(rows[:size]) < 20:
                break
        cases.append((x, rng.normal(size=size)))
    for x, truth in [*cases, first]:
        y = np.array(
            [x[i : i + len(truth)] @ truth for i in range(len(x) - len(truth) + 1)]
        )
        assert_close(
            recovered(recover_filter, x, y, len(truth)),
            truth,
            name=f"filter of length {len(truth)} from {len(y)} outputs",
            hint=partial(filter_hint, x, y),
        )
