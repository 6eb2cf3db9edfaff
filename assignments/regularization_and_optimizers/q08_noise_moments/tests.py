"""What correct `noise_moments` are: averages over an equivalent noise of two values."""

from functools import partial

import numpy as np

from checks import Function, assert_close, assert_outputs, hidden, public, random_cases
from references.noise import average_hint, like_gaussian, product_hint, regressions


@public(points=2)
def test_gives_the_worked_example(noise_moments: Function) -> None:
    """noise_moments should give the worked example."""
    result = noise_moments(np.array([[1.0, 2.0]]), 1.0, 1.0)
    mean, second = assert_outputs(result, count=2, name="noise_moments")
    assert_close(mean, [[1.0, 2.0]], name="E[P]")
    assert_close(second, [[2.0, 2.0], [2.0, 8.0]], name="E[P^T P]")


@hidden(points=1)
def test_averages_the_data(noise_moments: Function) -> None:
    """noise_moments should give the average of P as its first value."""
    rng = random_cases("noise mean")
    for case in regressions(rng):
        mu, sigma = float(rng.uniform(-0.8, -0.3)), float(rng.uniform(0.3, 0.9))
        result = noise_moments(case.X, mu, sigma)
        mean, _ = assert_outputs(result, count=2, name="noise_moments")
        truth, _ = case.average_products(like_gaussian(mu, sigma))
        hint = partial(average_hint, case, mu, sigma)
        assert_close(mean, truth, name="E[P]", hint=hint)


@hidden(points=2)
def test_averages_the_products(noise_moments: Function) -> None:
    """noise_moments should give the average of P^T P as its second value."""
    rng = random_cases("noise products")
    for case in regressions(rng):
        mu, sigma = float(rng.uniform(-0.8, -0.3)), float(rng.uniform(0.3, 0.9))
        result = noise_moments(case.X, mu, sigma)
        _, second = assert_outputs(result, count=2, name="noise_moments")
        _, truth = case.average_products(like_gaussian(mu, sigma))
        hint = partial(product_hint, case, mu, sigma)
        assert_close(second, truth, name="E[P^T P]", hint=hint)
