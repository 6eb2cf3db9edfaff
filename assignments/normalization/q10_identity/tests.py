"""The parameters that undo batch norm, and what stays different all the same."""

import numpy as np

from checks import (
    Function,
    as_numbers,
    assert_choices,
    assert_close,
    assert_outputs,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise
from references.functional import batch_norm
from references.normalization import batch_cases


@public(points=1)
def test_gives_the_worked_example(identity_params: Function) -> None:
    """identity_params should give the parameters of the worked example."""
    result = identity_params(np.array([[1.0], [3.0]]), 3.0)
    gamma, beta = assert_outputs(result, count=2, name="identity_params", stacked=True)
    assert_close(as_numbers(gamma, name="gamma").ravel(), [2.0], name="gamma")
    assert_close(as_numbers(beta, name="beta").ravel(), [2.0], name="beta")


@public(points=0.5)
def test_names_statements(identity_facts: object) -> None:
    """identity_facts should name some of the statements A to F."""
    assert_choices(identity_facts, "ABCDEF", name="identity_facts")


@hidden(points=3)
def test_batch_norm_returns_its_input(identity_params: Function) -> None:
    """identity_params should make batch norm return its input, whatever it is."""
    for case in batch_cases(random_cases("identity")):
        h, eps, s = case.x, case.eps, case.spread
        result = identity_params(h, eps)
        gamma, beta = assert_outputs(
            result, count=2, name="identity_params", stacked=True
        )
        one = np.ones(h.shape[1])
        column = "each feature has a gamma and a beta of its own: shape (D,)."
        g = as_numbers(gamma, name="gamma").ravel()
        b = as_numbers(beta, name="beta").ravel()
        assert g.shape == b.shape == one.shape, (
            f"gamma and beta have {g.size} and {b.size} entries. Hint: {column}"
        )
        out = batch_norm(h, g, b, eps=eps)
        n = len(h)
        mistakes = [
            ("gamma comes first: which of the two multiplies?", h.mean(axis=0)),
            ("eps is part of what the layer divides by.", s),
            ("the layer divides by a root.", s**2 + eps),
            ("the layer divides by a root.", s**2),
            ("eps stands under the root.", s + eps),
            ("the variance divides by N.", np.sqrt(s**2 * n / (n - 1) + eps)),
            ("gamma multiplies: does it undo a division?", 1 / np.sqrt(s**2 + eps)),
            ("that is the layer that standardizes.", one),
        ]
        hint = recognise(g, mistakes)
        if recognise(b, [("", -h.mean(axis=0)), ("", 0 * one)]) is not None:
            hint = "the layer subtracts the mean: what must beta do?"
        assert_close(out, h, name="batch norm with your gamma and beta", hint=hint)


@hidden(points=1)
def test_chooses_the_true_statements(identity_facts: object) -> None:
    """identity_facts should name every true statement and no other."""
    able = "what does the layer return with the parameters that you found?"
    hints = {
        "A": "what did the two printed numbers say of a scale before the layer?",
        "B": "what did the two printed numbers say about the layer before?",
        "C": able,
        "D": "which of gamma, beta, mu and sigma2 does gradient descent change?",
        "E": "what do the mean and the spread of y depend on in Question 1?",
        "F": "which numbers enter mu and sigma2?",
    }
    name = "identity_facts"
    assert_right_choices(identity_facts, "AEF", "ABCDEF", name=name, hints=hints)
