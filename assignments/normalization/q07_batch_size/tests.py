"""The gradient of the layer that subtracts the mean, for n = 1 and for n to infinity."""

import numpy as np

from checks import (
    Array,
    Function,
    assert_array,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise


@public(points=0.5)
def test_dx_alone_is_a_number(dx_alone: object) -> None:
    """dx_alone should be a number."""
    assert_array(dx_alone, (), name="dx_alone")


@public(points=0.5)
def test_no_limit_without_gradients(limiting_gradient: Function) -> None:
    """limiting_gradient should be 0 when every gradient is 0."""
    assert_close(limiting_gradient(0.0, 0.0, 2.0), 0.0, name="the limit")


@public(points=0.5)
def test_names_patterns(right_patterns: object) -> None:
    """right_patterns should name some of the patterns A to E."""
    assert_choices(right_patterns, "ABCDE", name="right_patterns")


@hidden(points=1.5)
def test_one_example(dx_alone: object) -> None:
    """dx_alone should be the gradient for a batch of one example."""

    def hint(seen: Array) -> str | None:
        return recognise(
            seen,
            [
                ("x_1 also enters through its own mean.", 35.0),
                ("what is y_1 when x_1 is the whole batch?", 7.0),
                ("what is y_1 when x_1 is the whole batch?", 5.0),
            ],
        ) or ("the derivative exists: y_1 is a constant." if np.isnan(seen) else None)

    assert_close(dx_alone, 0.0, name="dx_alone", hint=hint)


@hidden(points=1.5)
def test_gives_the_limit(limiting_gradient: Function) -> None:
    """limiting_gradient should be the limit for any mean of the gradients."""
    rng = random_cases("limit")
    for sign in (1.0, -1.0, 1.0):
        # Brute force: a bounded sequence whose mean is m, in a batch of size n.
        dy_1, m = rng.uniform(1.5, 3.0), float(sign * rng.uniform(0.5, 1.0))
        gamma, n = float(sign * rng.uniform(1.5, 3.0)), 2**17
        dy = np.full(n, m) + 0.5 * (-1.0) ** np.arange(n)
        dy[0] = dy_1
        truth = gamma * dy_1 - gamma * float(dy.sum()) / n
        terms = "a sum of n terms stands behind 1/n: does it vanish?"

        def hint(
            seen: Array, a: float = dy_1, m: float = m, g: float = gamma, t: str = terms
        ) -> str | None:
            return recognise(
                seen,
                [
                    (t, g * a),
                    ("is there a limit other than 0 when m = 0?", 0.0),
                    ("gamma scales both terms.", g * a - m),
                    ("gamma scales both terms.", a - m),
                    ("which part of dL/dx_1 is its own?", -g * m),
                    ("which part of dL/dx_1 is its own?", g * m),
                    ("gamma may be negative.", abs(g) * (a - m)),
                ],
                rtol=1e-3,
            )

        limit = limiting_gradient(dy_1, m, gamma)
        assert_close(limit, truth, name="the limit", rtol=0, atol=3e-4, hint=hint)


@hidden(points=1.5)
def test_chooses_the_patterns(right_patterns: object) -> None:
    """right_patterns should name every pattern whose limit is dL/dy_1."""
    mean = "what does the mean of this pattern tend to?"
    hints = dict.fromkeys("ABE", mean)
    hints["C"] = "a single term of a sum: what is left of it after dividing by n?"
    hints["D"] = "the sum of 1/j grows like a logarithm: and divided by n?"
    name = "right_patterns"
    assert_right_choices(right_patterns, "BCD", "ABCDE", name=name, hints=hints)
