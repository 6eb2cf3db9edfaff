"""Cases, statistics and laws of dropout. Here p is the probability to drop an entry.

What is random is counted, and what is not is compared. Each count is allowed a margin
that a right answer leaves with probability below `ALARM`, by Hoeffding's inequality,
which holds for every p and every number of draws.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np

from checks.answers import Function
from checks.backward import forward_first, without_hint
from checks.closeness import (
    Array,
    as_numbers,
    assert_array,
    assert_close,
    assert_outputs,
)
from checks.hints import equal, hinted, recognise
from checks.purity import assert_inputs_unchanged, assert_repeatable

IDENTITY = "in test mode the layer is the identity; what is its gradient?"
ALARM = 1e-9
"""How often one comparison of a count may fail a right answer."""
CLEAR = 0.05
"""The widest margin at which shares that mistakes give can be told apart."""


def margin(count: int) -> float:
    """Say how far a share of ``count`` independent draws may lie from its mean.

    Hoeffding: a share leaves this margin with probability at most `ALARM`.
    """
    return math.sqrt(math.log(2 / ALARM) / (2 * count))


def entries(rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """Draw entries of both signs that are never near zero: a zero was dropped."""
    signs = rng.choice([-1.0, 1.0], size=shape)
    return np.asarray(rng.uniform(0.5, 2.0, size=shape) * signs)


def rates(rng: np.random.Generator) -> tuple[float, float]:
    """Draw a low and a high p, both so far from 1/2 that drop and keep differ."""
    return float(rng.uniform(0.15, 0.25)), float(rng.uniform(0.65, 0.85))


def run(forward: Function, x: Array, param: dict[str, Any]) -> Array:
    """Call the student's forward pass and return its output.

    Raises:
        AssertionError: when it does not return two values, the first in x's shape.

    """
    with _tuple_explained():
        result = forward(x, dict(param))
    out, _ = assert_outputs(result, count=2, name=forward.name)
    return assert_array(out, x.shape, name="out")


@contextmanager
def _tuple_explained() -> Iterator[None]:
    """Say what Python's words mean where a tuple came instead of single sizes."""
    try:
        yield
    except AssertionError as complaint:
        if "'tuple' object cannot be interpreted as an integer" not in str(complaint):
            raise
        raise AssertionError(
            f"{complaint} Hint: a tuple such as x.shape came where a whole number is "
            "asked for: np.random.rand takes one number for each axis, not a tuple."
        ) from complaint.__cause__


def assert_share(dropped: Array, p: float, x: Array) -> None:
    """Assert that a share p of the entries was dropped.

    A right answer fails with probability below 1e-9 a call (`margin`).

    Args:
        dropped: whether each entry was dropped, any shape.
        p: probability to drop an entry.
        x: what it was dropped from, in the same shape.

    Raises:
        AssertionError: with a hint when the share is one that a known mistake gives.

    """
    allowed, share = margin(dropped.size), float(dropped.mean())
    if abs(share - p) <= allowed:
        return
    hint = _share_hint(dropped, p, x)
    raise AssertionError(
        f"dropout with p = {p:.3f} dropped a share of {share:.3f} "
        f"(allowed {allowed:.2g} from p)." + (f" Hint: {hint}" if hint else "")
    )


def _share_hint(dropped: Array, p: float, x: Array) -> str | None:
    """Recognise a mistake by the share that it drops, if no other drops as many.

    Coins that are shared, or an x that decides, can lead to any share; and among few
    entries many shares look alike.
    """
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


def assert_survivors(out: Array, x: Array, p: float) -> None:
    """Assert that each entry of out is 0 or the entry of x over 1 - p.

    Nothing is left to chance here: a right answer never fails.

    Raises:
        AssertionError: with a hint when all survivors grew by a known wrong factor.

    """
    kept = out != 0
    assert_close(
        out,
        np.where(kept, x / (1 - p), 0.0),
        name=f"out for p = {p:.3g}, where it is not 0,",
        hint=partial(_scale_hint, x, p),
    )


def _scale_hint(x: Array, p: float, out: Array) -> str | None:
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


def assert_separate_coins(dropped: Array, p: float) -> None:
    """Assert that neighbours along every axis are dropped independently.

    Disjoint pairs of neighbours agree with probability p^2 + (1 - p)^2 when each
    entry has its own coin, and always when they share one. A right answer fails
    with probability below 1e-9 an axis (`margin`).

    Args:
        dropped: whether each entry was dropped; at least two entries along each axis.
        p: probability to drop an entry.

    Raises:
        AssertionError: naming the axis whose entries go together.

    """
    wanted, share = p**2 + (1 - p) ** 2, float(dropped.mean())
    found = [(*_neighbours(dropped, axis), axis) for axis in range(dropped.ndim)]
    # The axis that is furthest off: where rows share coins, so do too few columns.
    agree, allowed, axis = max(found, key=lambda each: abs(each[0] - wanted) / each[1])
    if abs(agree - wanted) <= allowed:
        return
    usual = abs(agree - share**2 - (1 - share) ** 2) <= allowed
    advice = (
        f"The share of dropped entries is {share:.3f}: look there first."
        if usual
        else "Hint: every entry of x needs a coin of its own."
    )
    raise AssertionError(
        f"in an x of shape {dropped.shape}, neighbours along axis {axis} fare "
        f"alike in {agree:.3f} of all pairs, where {wanted:.3f} is expected "
        f"(allowed {allowed:.2g}). {advice}"
    )


def _neighbours(dropped: Array, axis: int) -> tuple[float, float]:
    """Return the share of disjoint pairs along an axis that fare alike, its margin."""
    ends = 2 * (dropped.shape[axis] // 2)
    left = dropped.take(np.arange(0, ends, 2), axis=axis)
    right = dropped.take(np.arange(1, ends, 2), axis=axis)
    return float((left == right).mean()), margin(left.size)


def assert_different_masks(outputs: Sequence[Array], calls: str) -> None:
    """Assert that no two outputs for the same x are equal.

    For p = 1/2 and n entries, two right masks agree with probability 2 ** -n; for p
    between 0.15 and 0.85 with probability below 0.75 ** n, so below 1e-12.

    Args:
        outputs: what the calls gave; at least 100 entries each.
        calls: how the message names the calls.

    Raises:
        AssertionError: when two outputs are equal.

    """
    assert outputs[0].size >= 100, "too few draws for the stated rate"
    for first, second in combinations(outputs, 2):
        if np.array_equal(first, second):
            raise AssertionError(
                f"{calls} gave the same mask twice. "
                "Hint: where do the coins of a call come from?"
            )


def assert_counts_vary(masks: Sequence[Array]) -> None:
    """Assert that the number of dropped entries is left to chance too.

    Independent coins drop one fixed number of 1000 entries with probability below
    0.036 (for p between 0.15 and 0.85), so 8 calls agree with probability below
    0.036 ** 7 < 1e-10.

    Args:
        masks: whether each entry was dropped, by call; the calls share no seed.

    Raises:
        AssertionError: when all calls dropped the same number.

    """
    total, counts = masks[0].size, [int(dropped.sum()) for dropped in masks]
    assert total >= 1000, "too few entries for the stated rate"
    assert len(counts) >= 8, "too few calls for the stated rate"
    if len(set(counts)) == 1:
        same = all(np.array_equal(masks[0], other) for other in masks)
        hint = (
            "where do the coins of a call come from?"
            if same
            else "do not choose how many to drop; toss one coin for each entry."
        )
        raise AssertionError(
            f"{len(counts)} calls dropped exactly {counts[0]} of {total} entries each. "
            f"Hint: {hint}"
        )


def testing_hint(x: Array, p: float, out: Array) -> str | None:
    """Recognise a mistake of the test mode."""
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


@dataclass(frozen=True)
class DropoutCase:
    """One input of a dropout layer, and the gradient that comes back to it."""

    x: Array
    dout: Array
    p: float
    seed: int

    def dropout_param(self, mode: str) -> dict[str, Any]:
        """Make a fresh ``dropout_param``."""
        return {"mode": mode, "p": self.p, "seed": self.seed}

    def in_rows(self) -> DropoutCase:
        """Lay an even number of entries out in rows and columns, which suit most."""
        rows = len(self.x) if self.x.ndim > 1 else 2
        x, dout = (each.reshape(rows, -1) for each in (self.x, self.dout))
        return replace(self, x=x, dout=dout)


def dropout_cases(rng: np.random.Generator) -> list[DropoutCase]:
    """Draw a case for each of three shapes, with p away from one half."""
    low, high = rates(rng)
    shapes: tuple[tuple[int, ...], ...] = ((60,), (7, 9), (3, 4, 5, 6))
    return [
        DropoutCase(entries(rng, shape), entries(rng, shape), p, int(rng.integers(999)))
        for shape, p in zip(shapes, (low, high, low), strict=True)
    ]


def documented_pass(case: DropoutCase, mode: str) -> tuple[Any, Array]:
    """Return the documented cache and the factors of a right forward pass.

    Returns:
        (dropout_param, mask), and d out / d x in the shape of x.

    """
    if mode == "test":
        return (case.dropout_param(mode), None), np.ones(case.x.shape)
    rng, kept = np.random.default_rng(case.seed), 1 / (1 - case.p)
    factors = rng.choice([0.0, kept], size=case.x.shape, p=[case.p, 1 - case.p])
    return (case.dropout_param(mode), factors.copy()), factors


def own_pass(
    forward: Function, case: DropoutCase, mode: str
) -> tuple[Any, Array, bool]:
    """Return the cache and the factors of the student's own forward pass.

    Returns:
        The cache, d out / d x in the shape of x, and whether the forward is right.

    Raises:
        AssertionError: when the forward is missing, does not run, does not give
            numbers in the shape of x, or is the given ReLU, whose backward pass is
            given too.

    """
    result = forward(case.x, case.dropout_param(mode))
    out, cache = assert_outputs(result, count=2, name=forward.name)
    out = assert_array(out, case.x.shape, name="out")
    is_relu = mode == "train" and np.array_equal(out, case.x.clip(0))
    assert not is_relu, f"{forward.name} gives the positive entries of x."
    try:
        if mode == "train":
            assert_survivors(out, case.x, case.p)
            negative = out[case.x < 0]
            assert negative.any() or not negative.size, "A negative entry is cut."
        else:
            assert_close(out, case.x, name="out")
    except AssertionError:
        return cache, out / case.x, False
    return cache, out / case.x, True


def with_own_mask(
    check: Callable[[DropoutCase, Any, Array], None],
    forward: Function,
    case: DropoutCase,
    mode: str,
) -> None:
    """Check a backward pass with the student's own mask, or else the documented one.

    A mask of zeros and ones and a scaled mask are both right, and need different
    backward passes; so the student's own cache decides. Where the student's forward
    raises or is wrong, rows and columns are tried in the place of another shape, and
    then the documented cache of a right forward. That one also takes over where the
    backward pass raises an error with the student's own cache.

    Args:
        check: takes a case, a cache and d out / d x, and asserts what the backward
            pass makes of them.
        forward: the student's.
        case: the layer's input.
        mode: "train" or "test".

    Raises:
        AssertionError: when neither serves; the message is about the student's own
            cache where the student's forward is right.

    """

    def holds(case: DropoutCase, cache: Any, factors: Array) -> bool:
        try:
            check(case, cache, factors)
        except AssertionError:
            return False
        return True

    def right_in_rows() -> bool:
        rows = case.in_rows()
        with suppress(AssertionError):
            cache, factors, right = own_pass(forward, rows, mode)
            return right and holds(rows, cache, factors)
        return False

    documented = documented_pass(case, mode)
    try:
        cache, factors, right = own_pass(forward, case, mode)
    except AssertionError as crash:
        if right_in_rows():
            return
        try:
            check(case, *documented)
        except AssertionError as complaint:
            raise forward_first(crash, complaint) from None
        return
    try:
        check(case, cache, factors)
    except AssertionError as complaint:
        # In test mode, what a right forward gives does not need the cache.
        served = cache if mode == "test" and not right else documented[0]
        helps = not right or isinstance(complaint.__cause__, Exception)
        if helps and (holds(case, served, documented[1]) or right_in_rows()):
            return
        if right:
            raise
        doubt = f"Your {forward.name} is wrong for this input: mend it first."
        raise AssertionError(f"{without_hint(complaint)} {doubt}") from None


def assert_dropout_gradient(
    forward: Function, backward: Function, case: DropoutCase, mode: str
) -> None:
    """Assert that a backward pass gives dout times d out / d x.

    Raises:
        AssertionError: naming what differs, with a hint.

    """
    name = "dx" if mode == "train" else "dx in test mode"

    def check(case: DropoutCase, cache: Any, factors: Array) -> None:
        dx = backward(case.dout, cache)
        hint = partial(_gradient_hint, case, mode, factors)
        assert_close(dx, case.dout * factors, name=name, hint=hint)

    def hinted_check(case: DropoutCase, cache: Any, factors: Array) -> None:
        with hinted(IDENTITY if mode == "test" else ""):
            check(case, cache, factors)

    with_own_mask(hinted_check, forward, case, mode)


def assert_dropout_leaves_alone(
    forward: Function, backward: Function, case: DropoutCase, mode: str
) -> None:
    """Assert that a backward pass changes neither dout nor the cache.

    Raises:
        AssertionError: when a second call with the same cache gives something else,
            or dout is changed in place.

    """

    def check(case: DropoutCase, cache: Any, _: Array) -> None:
        as_numbers(backward(case.dout, cache), name="dx")
        hint = "a second call needs the cache as it was: draw and change nothing."
        call = partial(backward, case.dout, cache)
        assert_repeatable(call, name=backward.name, hint=hint)
        assert_inputs_unchanged(backward, case.dout, cache)

    with_own_mask(check, forward, case, mode)


def _gradient_hint(
    case: DropoutCase, mode: str, factors: Array, dx: Array
) -> str | None:
    if dx.shape != factors.shape:
        return None
    if mode == "test":
        return IDENTITY
    if (dx[factors == 0] != 0).any():
        return "a dropped entry does not reach the output; what is its gradient?"
    return recognise(
        dx,
        [
            (
                "the forward pass scaled the survivors; what follows for the gradient?",
                case.dout * (factors != 0),
            ),
            (
                "which share of the entries survives when p is the share to drop?",
                case.dout * (factors != 0) / case.p,
            ),
            (
                "the gradient is scaled twice; is the scale in the mask already?",
                case.dout * factors / (1 - case.p),
            ),
            ("the loss depends on x through out: where does dout enter?", factors),
            (
                "the survivors have to grow, not shrink: look at the forward pass.",
                case.dout * (factors != 0) * (1 - case.p),
            ),
            (
                "the factor 2 is right for p = 0.5; which one is it for another p?",
                case.dout * (factors != 0) * 2,
            ),
        ],
    )
