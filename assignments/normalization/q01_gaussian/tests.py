"""What a Gaussian becomes in batch norm: two numbers, and a density."""

from functools import partial
from statistics import NormalDist

import numpy as np

from checks import (
    Array,
    Function,
    Notebook,
    assert_array,
    assert_close,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.gaussians import GaussianCase, gaussian_cases
from checks.hints import recognise
from checks.worlds import in_either_world


@public(points=1)
def test_gives_the_worked_example(bn_output_params: Function) -> None:
    """bn_output_params should give the mean and standard deviation of the example."""
    result = bn_output_params(10.0, 4.0, 3.0, -1.0, 0.0)
    mean, sd = assert_outputs(result, count=2, name="bn_output_params", stacked=True)
    assert_close(mean, -1.0, name="mean")
    assert_close(sd, 3.0, name="sd")


@public(points=1)
def test_the_area_is_one(env: Notebook, output_density: Function) -> None:
    """output_density should have the area 1 under its curve."""
    y = np.linspace(-31.0, 29.0, 2001)

    def area() -> None:
        density = output_density(y, 10.0, 4.0, 3.0, -1.0, 0.0)
        heights = assert_array(density, y.shape, name="density")
        below = "a density is never negative: which sign has sd?"
        high = "what stands in front of the exponential, and what inside?"
        hint = below if heights.min() < 0 else high
        total = heights.sum() * (y[1] - y[0])
        assert_close(
            total, 1.0, name="the area under the density", rtol=1e-6, hint=hint
        )

    in_either_world(env, {"bn_output_params": lambda *_, **__: (-1.0, 3.0)}, area)


@hidden(points=3)
def test_gives_mean_and_spread(bn_output_params: Function) -> None:
    """bn_output_params should be right for every Gaussian and for gamma of both signs."""
    for case in gaussian_cases(random_cases("gaussian")):
        mu, var, gamma, beta, eps = case.settings
        result = bn_output_params(mu, var, gamma, beta, eps)
        mean, sd = assert_outputs(
            result, count=2, name="bn_output_params", stacked=True
        )
        s, total, g = np.sqrt(var), np.sqrt(var + eps), abs(gamma)
        moved = "what is the mean of x_hat, whatever mu was?"
        centre = "subtract the mean before you divide."
        mean_hint = partial(
            recognise,
            mistakes=[
                (moved, beta + mu),
                (moved, beta + gamma * mu),
                (centre, beta + gamma * mu / total),
                (centre, beta + gamma * mu / s),
                ("which of the two parameters shifts the curve?", 0.0),
                ("shift after scaling: beta is added last.", gamma * beta),
            ],
        )
        wide = "first standardize: how wide is x_hat?"
        sd_hint = partial(
            recognise,
            mistakes=[
                (wide, g * s),
                (wide, g * var),
                ("divide by the standard deviation, not the variance.", g / s),
                ("divide by the standard deviation.", g * s / (var + eps)),
                ("gamma multiplies values: it is no variance.", g**0.5 * s / total),
                ("that is the variance; its root is asked for.", (g * s / total) ** 2),
                ("can a standard deviation be negative?", -g * s / total),
                ("eps also counts: is the spread of x_hat exactly 1?", g),
                ("eps stands under the root.", g * s / (s + eps)),
            ],
        )
        assert_close(mean, beta, name="mean", hint=mean_hint)
        assert_close(sd, g * s / total, name="sd", hint=sd_hint)


@hidden(points=2)
def test_gives_the_density(env: Notebook, output_density: Function) -> None:
    """output_density should be the density of the output at every point."""

    def check(case: GaussianCase) -> None:
        mu, var, gamma, beta, eps = case.settings
        scale = gamma / np.sqrt(var + eps)
        spread = abs(scale) * np.sqrt(var)
        out = (NormalDist(mu, var**0.5) - mu) * scale + beta
        y = beta + spread * np.linspace(-4.0, 3.5, 41)
        truth = np.array([out.pdf(point) for point in y])

        def bell(mean: float, sd: float) -> Array:
            return np.array([NormalDist(mean, sd).pdf(point) for point in y])

        height = "a wide curve must be low: what makes the area equal to 1?"
        eps_hint = "eps also counts: is the spread of x_hat exactly 1?"
        exponent = "which power of sd stands in the exponent, and which factor?"
        peak, far = 1 / (spread * np.sqrt(2 * np.pi)), (y - beta) ** 2
        hint = partial(
            recognise,
            mistakes=[
                (height, truth * spread),
                (height, truth * spread * np.sqrt(2 * np.pi)),
                (height, truth * np.sqrt(2 * np.pi)),
                ("a density is never negative: which sign has sd?", -truth),
                ("that is the curve before batch norm.", bell(mu, np.sqrt(var))),
                (eps_hint, bell(beta, abs(gamma))),
                ("which of the two parameters shifts the curve?", bell(0.0, spread)),
                (exponent, peak * np.exp(-far / spread**2)),
                (exponent, peak * np.exp(-far / spread / 2)),
            ],
            rtol=1e-4,
        )
        density = output_density(y, mu, var, gamma, beta, eps)
        assert_close(density, truth, name="density", hint=hint)

    def bn_output_params(
        mu: float,  # noqa: ARG001
        var: float,
        gamma: float,
        beta: float,
        eps: float,
    ) -> tuple[float, float]:
        return beta, abs(gamma) * float(np.sqrt(var / (var + eps)))

    given = {"bn_output_params": bn_output_params}
    for case in gaussian_cases(random_cases("density")):
        in_either_world(env, given, partial(check, case))
