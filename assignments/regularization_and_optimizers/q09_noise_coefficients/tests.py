"""What correct `noise_coefficients` are, by averages over noise of two values."""

from functools import partial

import numpy as np

from checks import Function, assert_close, assert_outputs, hidden, public, random_cases
from checks.lists import unstacked
from references.noise import coefficient_hint, like_gaussian, regressions


@public(points=2)
def test_gives_the_two_examples(noise_coefficients: Function) -> None:
    """noise_coefficients should give the two examples."""
    for mu, sigma, truth in ((1.0, 0.0, (1.0, 0.0)), (0.0, 1.0, (0.0, 1.0))):
        result = unstacked(noise_coefficients(mu, sigma), axes=1)
        a, b = assert_outputs(result, count=2, name="noise_coefficients")
        assert_close(a, truth[0], name=f"a for mu={mu:g}, sigma={sigma:g}")
        assert_close(b, truth[1], name=f"b for mu={mu:g}, sigma={sigma:g}")


@hidden(points=2)
def test_scales_the_prediction(noise_coefficients: Function) -> None:
    """noise_coefficients should give the a with which y meets the average prediction."""
    rng = random_cases("coefficient a")
    for case in regressions(rng):
        mu, sigma = float(rng.uniform(-1.8, -0.6)), float(rng.uniform(0.3, 1.8))
        result = unstacked(noise_coefficients(mu, sigma), axes=1)
        a, _ = assert_outputs(result, count=2, name="noise_coefficients")
        mean, _ = case.average_products(like_gaussian(mu, sigma))
        truth = (mean * case.X).sum() / (case.X**2).sum()
        hint = "if X were multiplied by the number mu, which a would that be?"
        assert_close(a, truth, name="a", hint=hint)


@hidden(points=2)
def test_weighs_the_penalty(noise_coefficients: Function) -> None:
    """noise_coefficients should give the b that makes the average loss right."""
    rng = random_cases("coefficient b")
    for case in regressions(rng):
        mu, sigma = float(rng.uniform(-1.8, -0.6)), float(rng.uniform(0.3, 0.8))
        result = unstacked(noise_coefficients(mu, sigma), axes=1)
        _, b = assert_outputs(result, count=2, name="noise_coefficients")
        noise = like_gaussian(mu, sigma)
        mean, second = case.average_products(noise)
        truth = np.trace(second - mean.T @ mean) / (case.X**2).sum()
        assert_close(b, truth, name="b", hint=partial(coefficient_hint, mu, sigma))
