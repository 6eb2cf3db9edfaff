"""Random walks of momentum and Adam, their closed forms, and known mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from checks import Array
from checks.hints import equal, recognise
from references.functional import Traced
from references.gradients import autograd

SIZES = ((1, 4), (3, 6), (4, 9))


@dataclass(frozen=True)
class Walk:
    """A start, some gradients, and settings off their defaults."""

    theta: Array  # (n,)
    gradients: Array  # (T, n), no entry near 0
    eta: float
    beta1: float
    beta2: float

    @property
    def zeros(self) -> Array:
        """The running means before the first step, shape (n,)."""
        return np.zeros_like(self.theta)

    @cached_property
    def m(self) -> Array:
        """The running mean of the gradients after each step, shape (T, n)."""
        return running_mean(self.gradients, self.beta1)

    @cached_property
    def v(self) -> Array:
        """The running mean of the squares after each step, shape (T, n)."""
        return running_mean(self.gradients**2, self.beta2)


def walks(rng: np.random.Generator, *, scale: float = 1.0) -> list[Walk]:
    """Draw one walk a size; gradients between 0.5 and 2 in absolute value."""
    return [
        Walk(
            theta=rng.uniform(0.5, 2.0, size=n) * signs(rng, n),
            gradients=scale * rng.uniform(0.5, 2.0, (steps, n)) * signs(rng, steps, n),
            eta=float(rng.uniform(0.05, 0.4)),
            beta1=float(rng.uniform(0.2, 0.6)),
            beta2=float(rng.uniform(0.7, 0.95)),
        )
        for n, steps in SIZES
    ]


def signs(rng: np.random.Generator, *shape: int) -> Array:
    """Draw signs, +1 or -1."""
    return rng.choice([-1.0, 1.0], size=shape)


def running_mean(values: Array, beta: float) -> Array:
    """Sum the values with weights (1 - beta) * beta**age: no recursion."""
    return (1 - beta) * discounted_sum(values, beta)


def discounted_sum(values: Array, beta: float) -> Array:
    """Sum the values with weights beta**age."""
    steps = np.arange(len(values))
    age = steps[:, None] - steps[None, :]
    weights = np.where(age >= 0, float(beta) ** np.abs(age), 0.0)
    return np.asarray(weights @ values)


def mean_hint(walk: Walk, m: Array) -> str | None:
    """Recognise a mistake in the running mean of the gradients."""
    g, b1, b2 = walk.gradients, walk.beta1, walk.beta2
    torch_like = discounted_sum(np.vstack([g[:1], (1 - b1) * g[1:]]), b1)
    if equal(m[0], walk.theta - walk.eta * (1 - b1) * g[0]):
        return "the new theta comes first, and then m."
    later = "m averages the gradients alone; the step size and the sign come later."
    return recognise(
        m,
        [
            (
                "the weights of the old average and of the new gradient add up to 1.",
                discounted_sum(g, b1),
            ),
            (
                "beta1 is the weight of the old average, not of the new gradient.",
                running_mean(g, 1 - b1),
            ),
            (
                "which of the two betas belongs to m?",
                running_mean(g, b2),
            ),
            (
                "which of the two betas belongs to m, and which value does it weigh?",
                running_mean(g, 1 - b2),
            ),
            (
                "the first step follows the same rule as all others, from m = 0; "
                "torch.optim.SGD makes an exception there.",
                torch_like,
            ),
            ("m should remember more than the last gradient.", g),
            ("return the new m, not the old one.", 0 * g),
            ("is m an average of the gradients or of their squares?", walk.v),
            (
                "is m an average of the gradients or of their squares?",
                running_mean(g**2, b1),
            ),
            ("beta1 is an argument: it is not always 0.9.", running_mean(g, 0.9)),
            (later, walk.eta * discounted_sum(g, b1)),
            (later, -walk.eta * discounted_sum(g, b1)),
            (later, walk.eta * walk.m),
            (later, -walk.eta * walk.m),
            (later, -walk.m),
            (
                "the old average shrinks before the new gradient comes in.",
                (1 - b1) * np.cumsum(g, axis=0),
            ),
            ("m is an average, not the sum of all gradients.", np.cumsum(g, axis=0)),
        ],
    )


def square_hint(walk: Walk, v: Array) -> str | None:
    """Recognise a mistake in the running mean of the squares."""
    g, b1, b2 = walk.gradients, walk.beta1, walk.beta2
    return recognise(
        v,
        [
            ("v averages the squares of the gradients.", running_mean(g, b2)),
            ("each gradient is squared before it is averaged.", walk.m**2),
            (
                "each gradient is squared before it is averaged.",
                running_mean(walk.m**2, b2),
            ),
            (
                "each gradient is squared before it is averaged.",
                running_mean(g, b2) ** 2,
            ),
            (
                "beta2 is an argument: it is not always 0.999.",
                running_mean(g**2, 0.999),
            ),
            (
                "v forgets: the old average is weighed too.",
                np.cumsum(g**2, axis=0),
            ),
            ("v should remember more than the last square.", g**2),
            ("return the new v, not the old one.", 0 * g),
            ("which of the two betas belongs to v?", running_mean(g**2, b1)),
            (
                "beta2 is the weight of the old average, not of the new square.",
                running_mean(g**2, 1 - b2),
            ),
            (
                "which of the two betas belongs to v, and which value does it weigh?",
                running_mean(g**2, 1 - b1),
            ),
            (
                "the weights of the old average and of the new square add up to 1.",
                discounted_sum(g**2, b2),
            ),
            (
                "the weight 1 - beta2 stands outside the square.",
                discounted_sum(((1 - b2) * g) ** 2, b2),
            ),
        ],
    )


def momentum_step_hint(walk: Walk, seen: dict[str, Array]) -> str | None:
    """Recognise a mistake in the line that moves theta by m."""
    moves = np.diff(np.vstack([walk.theta, seen["theta"]]), axis=0)
    old = np.vstack([walk.zeros, seen["m"][:-1]])
    if not equal(seen["m"], walk.beta1 * old + (1 - walk.beta1) * walk.gradients):
        return None  # what the step was made of is not to be seen
    return recognise(
        moves,
        [
            ("theta walks downhill: look at the sign.", walk.eta * seen["m"]),
            ("eta is missing in the step.", -seen["m"]),
            ("the step uses the new m, not the old one.", -walk.eta * old),
            ("the step follows m, not the gradient.", -walk.eta * walk.gradients),
            (
                "the step follows m as it is; it does not look ahead.",
                -walk.eta
                * (walk.beta1 * seen["m"] + (1 - walk.beta1) * walk.gradients),
            ),
            (
                "1 - beta1 is in m already.",
                -walk.eta * (1 - walk.beta1) * seen["m"],
            ),
        ],
    )


def adam_step_hint(walk: Walk, seen: dict[str, Array]) -> str | None:
    """Recognise a mistake in the line that moves theta by m over root v."""
    moves = np.diff(np.vstack([walk.theta, seen["theta"]]), axis=0)
    m, v, eta = seen["m"], seen["v"], walk.eta
    old = np.vstack([walk.zeros, m[:-1]])
    if (v <= 0).any():
        return "an average of squares is never negative, so v should be positive."
    is_mean = equal(v[0] / walk.v[0], np.ones(walk.theta.shape))
    if is_mean and equal(np.abs(moves[0]), np.full(walk.theta.shape, eta)):
        return (
            "the first step has exactly the length eta, as with bias correction; "
            "this version of Adam has none."
        )
    known = recognise(
        moves,
        [
            ("divide by the square root of v.", -eta * m / v),
            ("theta walks downhill: look at the sign.", eta * m / np.sqrt(v)),
            ("eta is missing in the step.", -m / np.sqrt(v)),
            (
                "the numerator is m, not the gradient.",
                -eta * walk.gradients / np.sqrt(v),
            ),
            ("v is missing in the step.", -eta * m),
            ("the step uses the new m, not the old one.", -eta * old / np.sqrt(v)),
            (
                "1 - beta1 is in m already, and nothing takes it out.",
                -eta * m / (1 - walk.beta1) / np.sqrt(v),
            ),
        ],
    )
    ratio = moves / (-eta * m / np.sqrt(v))
    shrunk = (ratio > 0).all() and (ratio < 1).all() and np.ptp(ratio) > 1e-9
    if known is None and shrunk:
        return (
            "the step should not change when all gradients get smaller: "
            "what do you divide by, besides the root of v?"
        )
    return known


@dataclass(frozen=True)
class DecayCase:
    """One weight vector, a quartic loss, and the settings of one step of SGD."""

    theta: Array  # (n,)
    weights: Array  # (n, n) of the quartic loss
    eta: float
    lam: float

    def slope(self, *, penalty: float) -> Array:
        """Differentiate the loss plus ``penalty`` times the squared norm."""

        def loss(theta: Traced) -> Traced:
            quartic = ((self.weights @ theta) ** 4).sum() / 4
            return quartic + penalty * (theta**2).sum()

        return autograd(loss, {"theta": self.theta})[1]["theta"]

    @property
    def regularized_step(self) -> Array:
        """The weights after one step of SGD on the penalized loss."""
        return self.theta - self.eta * self.slope(penalty=self.lam / 2)

    def decayed_step(self, gamma: float | Array) -> Array:
        """Take one step of SGD with weight decay on the bare loss."""
        return (1 - gamma) * self.theta - self.eta * self.slope(penalty=0.0)


def decay_cases(rng: np.random.Generator) -> Iterator[DecayCase]:
    """Draw cases whose eta and lam are away from 1 and from each other."""
    for n in (1, 3, 5):
        yield DecayCase(
            theta=rng.uniform(0.5, 1.5, size=n) * signs(rng, n),
            weights=rng.normal(size=(n, n)) / n,
            eta=float(rng.uniform(0.05, 0.3)),
            lam=float(rng.uniform(0.4, 0.9)),
        )


def decay_hint(case: DecayCase, moved: Array) -> str | None:
    """Recognise a wrong gamma by the step that it makes."""
    eta, lam = case.eta, case.lam
    wrong = [
        ("differentiate the penalty with care: what becomes of the 2?", eta * lam / 2),
        (
            "the penalty is lam/2 times the squared norm: what becomes of the 1/2?",
            2 * eta * lam,
        ),
        ("the gradient of the penalty is multiplied by the step size too.", lam),
        ("gamma should grow with lam.", eta),
        ("without a penalty, gamma is 0.", lam / eta),
        ("theta keeps the share 1 - gamma, not gamma.", 1 - eta * lam),
        ("does the penalty pull theta towards 0 or push it away?", -eta * lam),
    ]
    return recognise(moved, [(text, case.decayed_step(g)) for text, g in wrong])
