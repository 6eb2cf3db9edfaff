from __future__ import annotations

import math
from contextlib import contextmanager
from functools import partial

import numpy as np

from checks.closeness import assert_array, assert_close, assert_outputs
from checks.hints import equal, recognise

ALARM = 1e-9
"""How often one comparison of a count may fail a right answer."""
CLEAR = 0.05
"""The widest margin at which shares that mistakes give can be told apart."""


def margin(count):
    return math.sqrt(math.log(2 / ALARM) / (2 * count))


def entries(rng, shape):
    signs = rng.choice([-1.0, 1.0], size=shape)
    return np.asarray(rng.uniform(0.5, 2.0, size=shape) * signs)


def rates(rng):
    return float(rng.uniform(0.15, 0.25)), float(rng.uniform(0.65, 0.85))


def run(forward, x, param):
    with _tuple_explained():
        result = forward(x, dict(param))
    out, _ = assert_outputs(result, count=2, name=forward.name)
    return assert_array(out, x.shape, name="out")


@contextmanager
def _tuple_explained():
    try:
        yield
    except AssertionError as complaint:
        if "'tuple' object cannot be interpreted as an integer" not in str(complaint):
            raise
        raise AssertionError(
            f"{complaint} Hint: a tuple such as x.shape came where a whole number is "
            "asked for: np.random.rand takes one number for each axis, not a tuple."
        ) from complaint.__cause__


def assert_share(dropped, p, x):
    allowed, share = margin(dropped.size), float(dropped.mean())
    if abs(share - p) <= allowed:
        return
    hint = _share_hint(dropped, p, x)
    raise AssertionError(
        f"dropout with p = {p:.3f} dropped a share of {share:.3f} "
        f"(allowed {allowed:.2g} from p)." + (f" Hint: {hint}" if hint else "")
    )


def _share_hint(dropped, p, x):
    allowed, share = margin(dropped.size), float(dropped.mean())
    if p == 0:
        return "with p = 0 nothing is dropped."
    if share == 0:
        return "no entry became zero; each should, with probability p."
    if share < 1 and dropped[x < 0].all() and (x < 0).any():
        return "every negative entry of x became zero: only the coin should decide."
    if allowed > CLEAR or any(
        abs(agree - share**2 - (1 - share) ** 2) > near
        for agree, near in (_neighbours(dropped, axis) for axis in range(dropped.ndim))
    ):
        return None
    normal = (1 + math.erf(p / math.sqrt(2))) / 2
    uniform = "draw the coins from uniform numbers in [0, 1), not from normal ones."
    known = (
        (1 - p, "p is the probability to drop, and your layer keeps with it."),
        (0.5, "one half is dropped here; the share is p, whatever p is."),
        (normal, uniform),
        (1 - normal, uniform),
    )
    fitting = {text for left, text in known if abs(share - left) <= allowed}
    return fitting.pop() if len(fitting) == 1 else None


def assert_survivors(out, x, p):
    kept = out != 0
    assert_close(
        out,
        np.where(kept, x / (1 - p), 0.0),
        name=f"out for p = {p:.3g}, where it is not 0,",
        hint=partial(_scale_hint, x, p),
    )


def _scale_hint(x, p, out):
    if out.shape != x.shape or not 0 < p < 1 or not (out != 0).any():
        return None
    factors = (out / x)[out != 0]
    if not equal(factors, np.full(factors.shape, factors[0])):
        return "all survivors grow by one factor; a mask is 0 or that factor."
    probability = "which share of the entries survives when p is the share to drop?"
    return recognise(
        factors[0],
        [
            (
                "the survivors are unscaled, so the expected output is smaller than "
                "x. All scaling happens in training here.",
                1.0,
            ),
            (probability, 1 / p),
            (probability, p),
            ("the survivors have to grow, not shrink, to make up for the rest.", 1 - p),
            ("the survivors are scaled twice.", 1 / (1 - p) ** 2),
            ("the factor 2 is right for p = 0.5; which one is it for another p?", 2.0),
            (
                "the factor follows from p, not from how many entries were kept.",
                1 / np.mean(out != 0),
            ),
        ],
    )


def _neighbours(dropped, axis):
    ends = 2 * (dropped.shape[axis] // 2)
    left = dropped.take(np.arange(0, ends, 2), axis=axis)
    right = dropped.take(np.arange(1, ends, 2), axis=axis)
    return float((left == right).mean()), margin(left.size)


def testing_hint(x, p, out):
    if out.shape != x.shape:
        return None
    if (out == 0).any():
        return "dropout is still on in test mode."
    scaled = (
        "with inverted dropout, training has done all the scaling: "
        "leave x alone in testing."
    )
    factors = (1 - p, 1 / (1 - p), p, 1 / p)
    return recognise(out, [(scaled, x * factor) for factor in factors])
