"""The axes of a contour under correlation, and what batch norm leaves alone."""

from functools import partial

import numpy as np

from checks import (
    Function,
    assert_choices,
    assert_close,
    assert_outputs,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise


@public(points=0.5)
def test_circles_have_equal_axes(contour_axes: Function) -> None:
    """contour_axes should give k twice when the features are not correlated."""
    result = contour_axes(0.0, 2.0)
    axes = assert_outputs(result, count=2, name="contour_axes", stacked=True)
    assert_close(axes, [2.0, 2.0], name="(long, short)")


@public(points=0.5)
def test_names_statements(correlation_facts: object) -> None:
    """correlation_facts should name some of the statements A to F."""
    assert_choices(correlation_facts, "ABCDEF", name="correlation_facts")


@hidden(points=3)
def test_gives_the_axes(contour_axes: Function) -> None:
    """contour_axes should give both half-lengths, the long one first."""
    rng = random_cases("axes")
    for sign, low, k in ((1, 0.2, 3.0), (-1, 0.4, 0.5), (1, 0.6, 2.0), (-1, 0.8, 1.5)):
        rho = float(sign * rng.uniform(low, low + 0.15))
        result = contour_axes(rho, k)
        axes = assert_outputs(result, count=2, name="contour_axes", stacked=True)
        variances = np.linalg.eigvalsh([[1.0, rho], [rho, 1.0]])[::-1]
        truth = k * np.sqrt(variances)
        mistakes = [
            ("an eigenvalue is a variance, and a length is not.", k * variances),
            ("an eigenvalue is a variance, and a length is not.", k**2 * variances),
            ("the contour lies k standard deviations out.", np.sqrt(variances)),
            ("correlated features have no circle.", np.array([k, k])),
            ("the long axis comes first, for negative rho as well.", truth[::-1]),
        ]

        hint = partial(recognise, mistakes=mistakes)

        assert_close(axes, truth, name="(long, short)", hint=hint)


@hidden(points=1)
def test_chooses_the_true_statements(correlation_facts: object) -> None:
    """correlation_facts should name every true statement and no other."""
    own = "each feature is shifted and scaled by numbers of its own: what stays?"
    hints = {
        "A": "divide by each spread: does a tilted contour lose its tilt?",
        "B": own,
        "C": "what are the eigenvectors of a matrix with equal diagonal entries?",
        "D": own,
        "E": "which statistics stand in the formula of batch norm?",
        "F": "what does contour_axes give for rho = 0?",
    }
    name = "correlation_facts"
    assert_right_choices(correlation_facts, "BCF", "ABCDEF", name=name, hints=hints)
