"""A two-weight network with a batch norm that has no gamma and no beta."""

from collections.abc import Callable
from functools import partial
from statistics import mean, stdev

import numpy as np

from checks import (
    Array,
    Function,
    assert_choices,
    assert_close,
    assert_right_choices,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise
from references.functional import relu


@public(points=1)
def test_gives_the_worked_example(bn_net: Function) -> None:
    """bn_net should give the worked example."""
    out = bn_net(np.array([1.0, 2.0, 3.0]), 5.0, 2.0, lambda z: z)
    assert_close(out, [-2.0, 0.0, 2.0], name="bn_net(x, 5, 2, phi)")


@public(points=0.5)
def test_names_statements(representation_facts: object) -> None:
    """representation_facts should name some of the statements A to F."""
    assert_choices(representation_facts, "ABCDEF", name="representation_facts")


@hidden(points=3)
def test_standardizes_before_phi(bn_net: Function) -> None:
    """bn_net should standardize w1 * x for any w1, and then apply the given phi."""
    rng = random_cases("net")
    phis: tuple[Callable[[Array], Array], ...] = (np.tanh, np.tanh, relu, relu)
    for w1, phi in zip((3.0, -0.2, 50.0, -0.5), phis, strict=True):
        x, w2 = rng.normal(1.0, 2.0, 6), float(rng.uniform(1.5, 3.0))
        truth = w2 * phi(np.sign(w1) * (x - mean(x)) / stdev(x))

        def act(h: Array, phi: Callable[[Array], Array] = phi) -> Array:
            return phi(np.asarray(h))

        h = w1 * x
        centred, var = h - h.mean(), h.var(ddof=1)
        z = centred / np.sqrt(var)
        inside = "w2 multiplies the output of phi."
        mistakes = [
            (inside, act(w2 * z)),
            (inside, act(z)),
            ("in this question sigma divides by B - 1.", w2 * act(centred / h.std())),
            ("phi sees the standardized h, not h itself.", w2 * act(h)),
            ("which part of standardizing is missing?", w2 * act(centred)),
            ("divide by sigma, not by its square.", w2 * act(centred / var)),
            ("what is left when phi is not applied?", w2 * z),
            ("a negative w1 turns x around.", w2 * act(-z)),
            ("there is no eps here.", w2 * act(centred / np.sqrt(var + 1e-5))),
            ("w1 acts before phi, and not every phi is odd.", -w2 * act(-z)),
            ("phi is an argument: call whichever it is.", w2 * np.tanh(z)),
        ]
        hint = partial(recognise, mistakes=mistakes, rtol=1e-8)
        assert_close(bn_net(x, w1, w2, act), truth, name="bn_net", hint=hint)


@hidden(points=1)
def test_chooses_the_true_statements(representation_facts: object) -> None:
    """representation_facts should name every true statement and no other."""
    size = "call bn_net with w1 = 1 and with w1 = 10: what changes?"
    hints = {
        "A": size,
        "B": "w2 acts after phi: can it change how strongly phi bends?",
        "C": size,
        "D": "which mean and which spread has a standardized batch?",
        "E": "what do gamma and beta do to the input of phi?",
        "F": size,
    }
    name = "representation_facts"
    assert_right_choices(representation_facts, "ADE", "ABCDEF", name=name, hints=hints)
