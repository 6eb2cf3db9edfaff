"""Exact averages over multiplicative noise, by enumeration, and known mistakes.

The losses are quadratic in every entry of the noise. So an average over any noise
with independent entries equals the average over a noise of two values with the same
mean and variance, and that one can be enumerated: 2**(n d) masks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checks import Array
from checks.hints import equal, recognise
from references.optimizers import signs

SHAPES = ((2, 4), (4, 2), (3, 3), (1, 3))


@dataclass(frozen=True)
class TwoPoints:
    """Noise whose entries are independent and take two values."""

    low: float
    high: float
    chance_of_high: float


def coin(p_keep: float) -> TwoPoints:
    """Keep with probability ``p_keep``, else drop."""
    return TwoPoints(0.0, 1.0, p_keep)


def like_gaussian(mu: float, sigma: float) -> TwoPoints:
    """Two values with mean ``mu`` and standard deviation ``sigma``."""
    return TwoPoints(mu - sigma, mu + sigma, 0.5)


def all_masks(shape: tuple[int, int], noise: TwoPoints) -> tuple[Array, Array]:
    """List every noise matrix, (2**(n d), n, d), and its probability."""
    size = shape[0] * shape[1]
    bits = (np.arange(2**size)[:, None] >> np.arange(size)) & 1
    chance = np.where(bits == 1, noise.chance_of_high, 1 - noise.chance_of_high)
    values = np.where(bits == 1, noise.high, noise.low)
    return values.reshape(-1, *shape), np.asarray(chance.prod(axis=1))


@dataclass(frozen=True)
class Regression:
    """A small linear regression: X (n, d), y (n,), w (d,)."""

    X: Array
    y: Array
    w: Array

    def average_loss(self, noise: TwoPoints) -> tuple[float, float]:
        """Average ||y - (R * X) w||^2 over all masks: for y, and for y = 0."""
        masks, chance = all_masks((self.X.shape[0], self.X.shape[1]), noise)
        predictions = (masks * self.X) @ self.w
        with_y = ((self.y - predictions) ** 2).sum(axis=1)
        without_y = (predictions**2).sum(axis=1)
        return float(chance @ with_y), float(chance @ without_y)

    def average_products(self, noise: TwoPoints) -> tuple[Array, Array]:
        """Average P = R * X and P^T P over all masks: (n, d) and (d, d)."""
        masks, chance = all_masks((self.X.shape[0], self.X.shape[1]), noise)
        P = masks * self.X
        mean = np.einsum("m,mij->ij", chance, P)
        return mean, np.einsum("m,mij,mik->jk", chance, P, P, optimize=True)


def regressions(rng: np.random.Generator) -> list[Regression]:
    """Draw one small regression a shape, no entry near 0."""
    return [
        Regression(
            X=rng.uniform(0.5, 2.0, size=(n, d)) * signs(rng, n, d),
            y=rng.uniform(0.5, 2.0, size=n) * signs(rng, n),
            w=rng.uniform(0.5, 2.0, size=d) * signs(rng, d),
        )
        for n, d in SHAPES
    ]


def keep_chances(rng: np.random.Generator) -> Array:
    """Draw one p_keep a shape, away from 0, 1/2 and 1."""
    p = rng.uniform(0.12, 0.42, size=len(SHAPES))
    return np.where(rng.random(len(SHAPES)) < 0.5, p, 1 - p)


def penalty_hint(case: Regression, p: float, seen: Array) -> str | None:
    """Recognise a mistake in the loss for y = 0: a square and a penalty."""
    _, truth = case.average_loss(coin(p))
    near = "nearly right: an average over some masks is not the average over all."
    return _penalty_mistake(case, p, seen) or (
        near if abs(float(seen) - truth) < 0.1 * truth else None
    )


def _penalty_mistake(case: Regression, p: float, seen: Array) -> str | None:
    fit = float(((case.X @ case.w) ** 2).sum())
    columns = np.linalg.norm(case.X, axis=0)
    penalty = float(((columns * case.w) ** 2).sum())
    q = 1 - p
    return recognise(
        seen,
        [
            (
                "a variance is never negative: check the sign of the penalty.",
                p**2 * fit - p * q * penalty,
            ),
            (
                "p_keep is the probability to keep a feature, not to drop it.",
                q**2 * fit + p * q * penalty,
            ),
            (
                "the average mask shrinks the prediction: where is p_keep inside "
                "the first norm?",
                fit + p * q * penalty,
            ),
            (
                "a square of a 0/1 mask is that mask again: its average is p_keep, "
                "not p_keep squared.",
                p**2 * fit,
            ),
            (
                "two different features toss two different coins: what is the "
                "average of their product?",
                p * fit,
            ),
            (
                "what is the variance of one coin toss?",
                p**2 * fit + p * penalty,
            ),
            (
                "what is the variance of one coin toss?",
                p**2 * fit + q * penalty,
            ),
            (
                "what is the variance of one coin toss?",
                p**2 * fit + q**2 * penalty,
            ),
            (
                "what is the variance of one coin toss?",
                p**2 * fit + p**2 * penalty,
            ),
            (
                "the second norm is squared: its coefficient is a variance, "
                "not a standard deviation or the square of a variance.",
                p**2 * fit + (p * q) ** 0.5 * penalty,
            ),
            (
                "a squared norm holds the square of what stands inside.",
                p * fit + p * q * penalty,
            ),
            (
                "the second norm is squared: its coefficient is a variance, "
                "not a standard deviation or the square of a variance.",
                p**2 * fit + (p * q) ** 2 * penalty,
            ),
            (
                "the penalty weighs each weight by the squared length of its column.",
                p**2 * fit + p * q * float((case.w**2).sum()),
            ),
            (
                "the penalty weighs each weight by the squared length of its column.",
                p**2 * fit + p * q * float((columns * case.w**2).sum()),
            ),
            (
                "the penalty looks at each column on its own.",
                p**2 * fit + p * q * float((columns**2).sum() * (case.w**2).sum()),
            ),
            (
                "this question divides by p_keep nowhere: nothing is rescaled.",
                fit + q / p * penalty,
            ),
            (
                "the loss is a sum over rows, not a mean.",
                (p**2 * fit + p * q * penalty) / len(case.y),
            ),
        ],
    )


def cross_hint(case: Regression, p: float, seen: Array) -> str | None:
    """Recognise a mistake in the part of the loss that depends on y."""
    square = float((case.y**2).sum())
    cross = float(case.y @ case.X @ case.w)
    return recognise(
        seen,
        [
            (
                "y meets the average prediction: what is the average of the mask?",
                square - 2 * cross,
            ),
            (
                "y meets the prediction once, so the average mask enters once.",
                square - 2 * p**2 * cross,
            ),
            (
                "p_keep is the probability to keep a feature, not to drop it.",
                square - 2 * (1 - p) * cross,
            ),
            (
                "the loss is a sum over rows, not a mean.",
                (square - 2 * p * cross) / len(case.y),
            ),
            (
                "the square of a difference has a cross term with a 2.",
                square - p * cross,
            ),
        ],
    )


@dataclass(frozen=True)
class Ridge:
    """A regression with more rows than columns, and its two minimisers."""

    X: Array
    y: Array
    p_keep: float

    @property
    def lengths(self) -> Array:
        """The length of each column of X, shape (d,)."""
        return np.asarray(np.sqrt(np.einsum("ij,ij->j", self.X, self.X)))

    @property
    def true_gamma(self) -> Array:
        """The diagonal of Gamma, shape (d,)."""
        return np.asarray(np.sqrt((1 - self.p_keep) / self.p_keep) * self.lengths)

    @property
    def learned_by_dropout(self) -> Array:
        """The minimiser of the dropout loss, from its own normal equations."""
        p, gram = self.p_keep, self.X.T @ self.X
        second = p**2 * gram + (p - p**2) * np.diag(np.diag(gram))
        return np.asarray(np.linalg.solve(second, p * self.X.T @ self.y))

    def solution(self, gamma: Array) -> Array:
        """Return the minimiser of ||y - X w||^2 + ||diag(gamma) w||^2."""
        gram = self.X.T @ self.X
        return np.asarray(np.linalg.solve(gram + np.diag(gamma**2), self.X.T @ self.y))


def ridges(rng: np.random.Generator) -> list[Ridge]:
    """Draw regressions whose true weights are away from 0, columns of many lengths."""
    cases = []
    for n, d in ((6, 2), (9, 3), (12, 5)):
        X = rng.normal(size=(n, d)) * rng.uniform(0.5, 3.0, size=d)
        w = rng.uniform(0.5, 2.0, size=d) * signs(rng, d)
        p = float(rng.uniform(0.15, 0.4))
        keep = p if rng.random() < 0.5 else 1 - p
        cases.append(Ridge(X, X @ w + 0.1 * rng.normal(size=n), keep))
    return cases


def to_ridge(X: Array, w_tilde: object, p_keep: float) -> tuple[Array, Array]:
    """Stand in for Question 5: weights that nobody needs, and the true gamma."""
    del w_tilde
    rows, columns = X.shape
    return np.zeros(columns), Ridge(X, np.zeros(rows), p_keep).true_gamma


def weight_hint(learned: Array, p: float, w: Array) -> str | None:
    """Recognise a wrong factor between the two weight vectors."""
    return recognise(
        w,
        [
            ("compare X w with p_keep X w_tilde once more.", learned / p),
            ("p_keep is the probability to keep.", (1 - p) * learned),
            ("p_keep is the probability to keep.", learned / (1 - p)),
            ("the two weight vectors are not the same.", learned),
            ("no root is needed for the weights.", np.sqrt(p) * learned),
        ],
    )


def diagonal_hint(case: Ridge, gamma: Array) -> str | None:
    """Say what is wrong with the shape of a diagonal."""
    n, d = case.X.shape
    if gamma.shape == (d, d):
        return "give the diagonal alone, as an array with one axis."
    if gamma.shape in ((), (n,)):
        return "there is one number for each column of X."
    return None


def gamma_hint(case: Ridge, gamma: Array) -> str | None:
    """Recognise a wrong diagonal of Gamma."""
    p, size = case.p_keep, case.lengths
    if equal(gamma, p * case.learned_by_dropout):
        return "w comes first, then gamma."
    gamma = np.abs(gamma)
    odds = (1 - p) / p
    return recognise(
        gamma,
        [
            (
                "the strength is upside down: should more noise weaken it?",
                size / odds**0.5,
            ),
            ("Gamma stands inside a squared norm: take a root.", odds * size),
            (
                "the penalty is written in w now, not in w_tilde: replace w_tilde.",
                np.sqrt(p * (1 - p)) * size,
            ),
            (
                "the penalty is written in w now, and Gamma stands inside a square.",
                p * (1 - p) * size,
            ),
            ("the coefficient of the penalty belongs into Gamma.", size),
            (
                "a column enters with its length, not its squared length.",
                odds**0.5 * size**2,
            ),
            (
                "each entry of Gamma knows the length of its column.",
                np.full_like(size, odds**0.5),
            ),
        ],
    )


def well_conditioned(rng: np.random.Generator, d: int) -> Array:
    """Draw an invertible matrix, neither symmetric nor diagonal, (d, d)."""
    left, right = (np.linalg.qr(rng.normal(size=(d, d)))[0] for _ in range(2))
    return np.asarray(left @ np.diag(rng.uniform(0.5, 2.0, size=d)) @ right)


def change_hint(X: Array, Gamma: Array, answer: Array) -> str | None:
    """Recognise a wrong change of variables."""
    mistakes = [
        ("w_tilde = Gamma w: which matrix gives w back?", X @ Gamma),
        (
            "only a diagonal matrix is inverted entry by entry; this Gamma is not.",
            X / np.diag(Gamma),
        ),
        ("is that the inverse or the transpose?", X @ Gamma.T),
        ("one transpose too many.", X @ np.linalg.inv(Gamma).T),
        (
            "w_tilde is Gamma w, with one Gamma: the square is in the norm.",
            X @ np.linalg.inv(Gamma.T @ Gamma),
        ),
        ("the new data matrix has to undo Gamma; X alone does not.", X),
    ]
    if len(X) == len(Gamma):
        mistakes.append(("on which side of X does w stand?", np.linalg.solve(Gamma, X)))
    unit = np.linalg.norm
    return recognise(
        answer / unit(answer), [(text, wrong / unit(wrong)) for text, wrong in mistakes]
    )


def lengths_hint(case: Ridge, lengths: Array) -> str | None:
    """Recognise wrong lengths of the effective columns."""
    p = case.p_keep
    odds, flat = (1 - p) / p, np.ones_like(case.lengths)
    if lengths.shape == () or lengths.shape == case.X.shape[:1]:
        return "give one length for each column."
    return recognise(
        lengths,
        [
            (
                "Gamma is inverted on its way into the effective matrix.",
                odds**0.5 * flat,
            ),
            (
                "use the Gamma of Question 5, with its factor, not the bare lengths.",
                flat,
            ),
            ("a length is the root of a sum of squares.", flat / odds),
            (
                "that is the length of the column before it is divided.",
                case.lengths,
            ),
            (
                "multiply the column by what Gamma does to it: its length is not 1.",
                1 / case.lengths,
            ),
            (
                "multiply the column by what Gamma does to it: its length is not 1.",
                1 / case.true_gamma,
            ),
            ("is Gamma multiplied or divided?", case.true_gamma * case.lengths),
            (
                "p_keep (1 - p_keep) belongs to w_tilde of dropout: which Gamma has "
                "Question 5?",
                flat / np.sqrt(p * (1 - p)),
            ),
        ],
    )


def average_hint(case: Regression, mu: float, sigma: float, seen: Array) -> str | None:
    """Recognise a mistake in the average of P."""
    fixed = "each entry of X is a fixed number: what is the average of r times it?"
    return recognise(
        seen,
        [
            (fixed, case.X),
            (fixed, mu**2 * case.X),
            (fixed, sigma * case.X),
            (fixed, abs(mu) * case.X),
            (fixed, (mu + sigma) * case.X),
            ("the noise multiplies the entries of X; it is not added.", mu + case.X),
        ],
    )


def product_hint(case: Regression, mu: float, sigma: float, seen: Array) -> str | None:
    """Recognise a mistake in the average of P^T P."""
    gram = case.X.T @ case.X
    only = np.diag(np.diag(gram))
    rest = gram - only
    number = len(case.y) * np.eye(len(gram))
    if seen.shape == 2 * case.y.shape != gram.shape:
        return "P^T P compares the columns of P with each other, not its rows."
    return recognise(
        seen,
        [
            (
                "the noise multiplies the entries of X: what is their share in it?",
                mu**2 * gram + sigma**2 * number,
            ),
            ("E[r^2] is not the square of E[r].", mu**2 * gram),
            (
                "on the diagonal stands the average of r squared: "
                "how does it differ from the variance?",
                mu**2 * rest + sigma**2 * only,
            ),
            (
                "two different entries of the noise are independent: "
                "what is the average of their product?",
                (mu**2 + sigma**2) * gram,
            ),
            (
                "two different entries of the noise are independent: "
                "what is the average of their product?",
                (mu**2 + sigma**2) * only,
            ),
            ("sigma is the standard deviation.", mu**2 * gram + sigma * only),
            (
                "the average of a product of two different entries uses mu twice.",
                mu * rest + (mu**2 + sigma**2) * only,
            ),
            (
                "two different entries of the noise are independent: "
                "what is the average of their product?",
                gram + sigma**2 * only,
            ),
        ],
    )


def coefficient_hint(mu: float, sigma: float, b: Array) -> str | None:
    """Recognise a wrong coefficient of the penalty."""
    return recognise(
        b,
        [
            (
                "that is the average of r squared; a part of it already sits in the "
                "first norm.",
                mu**2 + sigma**2,
            ),
            ("a comes first, then b.", mu),
            ("what remains of the noise when sigma is 0?", mu**2),
            ("what remains of the noise when sigma is 0?", mu**2 / 2),
            ("what remains of the noise when sigma is 0?", 2 * mu**2),
            ("the loss is a square: should the coefficient not be one too?", sigma),
            (
                "that belongs to a coin; this noise is Gaussian.",
                mu * (1 - mu),
            ),
            ("count once more: the factor 2 is too much.", 2 * sigma**2),
            ("count once more: no half appears.", sigma**2 / 2),
        ],
    )
