"""The closed-form gradients of batch norm, against autograd."""

import numpy as np

from checks import (
    Array,
    Function,
    assert_array,
    assert_close,
    assert_inputs_unchanged,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.hints import recognise
from checks.normalization import BatchCase, backward_hint
from references.normalization import batch_cases, batchnorm_truth


@public(points=1)
def test_gives_dx_of_the_worked_example(bn_gradients: Function) -> None:
    """bn_gradients should give dX of the worked example."""
    dY, X = np.array([[1.0], [2.0], [6.0]]), np.array([[-1.0], [-1.0], [2.0]])
    result = bn_gradients(dY, X, np.array([2.0]), 2.0)
    dX, _, _ = assert_outputs(result, count=3, name="bn_gradients")
    assert_close(dX, [[-1.25], [-0.25], [1.5]], name="dX")


@public(points=1)
def test_gives_dgamma_and_dbeta_of_the_worked_example(bn_gradients: Function) -> None:
    """bn_gradients should give dgamma and dbeta of the worked example."""
    dY, X = np.array([[1.0], [2.0], [6.0]]), np.array([[-1.0], [-1.0], [2.0]])
    result = bn_gradients(dY, X, np.array([2.0]), 2.0)
    _, dgamma, dbeta = assert_outputs(result, count=3, name="bn_gradients")
    assert_close(dgamma, [4.5], name="dgamma")
    assert_close(dbeta, [9.0], name="dbeta")


@hidden(points=7)
def test_dx_agrees_with_autograd(bn_gradients: Function) -> None:
    """bn_gradients should give dX for every batch, eps and gamma."""
    for case in batch_cases(random_cases("dX")):
        result = bn_gradients(case.dout, case.x, case.gamma, case.eps)
        dX, _, _ = assert_outputs(result, count=3, name="bn_gradients")

        def hint(seen: Array, case: BatchCase = case) -> str | None:
            n, total, dy = len(case.x), case.spread**2 + case.eps, case.dout
            front, z = case.gamma / np.sqrt(total), case.x - case.x.mean(axis=0)
            z = z / np.sqrt(total)
            mean, mixed = dy.mean(axis=0), (dy * z).mean(axis=0)
            lost = (
                "dsigma2/dX_ij has a factor that depends on i: is it in your last term?"
            )
            biased = "the means and the variance divide by N, not by N - 1."

            def closed(root: Array) -> Array:
                z = (case.x - case.x.mean(axis=0)) / root
                return np.asarray(
                    case.gamma / root * (dy - mean - z * (dy * z).mean(axis=0))
                )

            spread, under = case.spread, "eps stands under every root, next to sigma2."
            wrong = [
                ("gamma may be negative.", abs(front) * (dy - mean - z * mixed)),
                (under, closed(spread + case.eps)),
                (under, closed(spread)),
                (biased, closed(np.sqrt(spread**2 * n / (n - 1) + case.eps))),
                ("sigma2 is a square: which power divides?", closed(total)),
                (
                    "which power divides in front of the bracket?",
                    front / np.sqrt(total) * (dy - mean - z * mixed),
                ),
                (
                    "what stands in front of the bracket, apart from gamma?",
                    case.gamma * (dy - mean - z * mixed),
                ),
                (lost, front * (dy - mean - mixed / np.sqrt(total))),
                (lost, front * (dy - mean - mixed)),
                (lost, front * (dy - mean - z**2 * mean)),
                ("what does gamma scale?", (dy - mean - z * mixed) / np.sqrt(total)),
                (biased, front * (dy - mean - z * mixed * n / (n - 1))),
                (biased, front * (dy - (mean + z * mixed) * n / (n - 1))),
                (
                    "mu and sigma2 depend on X: two of three terms are missing.",
                    front * dy,
                ),
                (
                    "eps stands under every root, in the last term as well.",
                    front * (dy - mean - z * mixed * total / case.spread**2),
                ),
                (
                    "which sign has the derivative of (sigma2 + eps) ** -0.5?",
                    front * (dy - mean + z * mixed),
                ),
            ]
            return recognise(seen, wrong) or backward_hint(case, seen)

        _, truth = batchnorm_truth(case)
        assert_close(dX, truth["x"], name="dX", hint=hint)


@hidden(points=2)
def test_dgamma_agrees_with_autograd(bn_gradients: Function) -> None:
    """bn_gradients should give dgamma for every batch."""
    for case in batch_cases(random_cases("dgamma")):
        result = bn_gradients(case.dout, case.x, case.gamma, case.eps)
        _, dgamma, _ = assert_outputs(result, count=3, name="bn_gradients")
        _, truth = batchnorm_truth(case)

        def hint(seen: Array, case: BatchCase = case) -> str | None:
            z = (case.x - case.x.mean(axis=0)) / np.sqrt(case.spread**2 + case.eps)
            column = (
                "one gamma serves all rows of a column: shape (D,), a sum over axis 0."
            )
            if seen.shape != case.gamma.shape:
                return column
            total = (case.dout * z).sum(axis=0)
            wrong = [
                ("add over the rows, do not average.", total / len(z)),
                ("gamma multiplies Z, not X.", (case.dout * case.x).sum(axis=0)),
                ("what is dY/dgamma? gamma is not part of it.", total * case.gamma),
                (
                    "eps is part of Z as well.",
                    total * np.sqrt(case.spread**2 + case.eps) / case.spread,
                ),
            ]
            return recognise(seen, wrong)

        assert_close(dgamma, truth["gamma"], name="dgamma", hint=hint)


@hidden(points=1)
def test_dbeta_agrees_with_autograd(bn_gradients: Function) -> None:
    """bn_gradients should give dbeta for every batch."""
    for case in batch_cases(random_cases("dbeta")):
        result = bn_gradients(case.dout, case.x, case.gamma, case.eps)
        _, _, dbeta = assert_outputs(result, count=3, name="bn_gradients")
        _, truth = batchnorm_truth(case)

        def hint(seen: Array, case: BatchCase = case) -> str | None:
            column = (
                "one beta serves all rows of a column: shape (D,), a sum over axis 0."
            )
            if seen.shape != case.gamma.shape:
                return column
            average = case.dout.mean(axis=0)
            return recognise(seen, [("add over the rows, do not average.", average)])

        assert_close(dbeta, truth["beta"], name="dbeta", hint=hint)


@hidden(points=1)
def test_leaves_its_inputs_alone(bn_gradients: Function) -> None:
    """bn_gradients should change neither dY nor X nor gamma."""
    for case in batch_cases(random_cases("inputs"), shapes=((5, 3),)):
        arrays = (case.dout, case.x, case.gamma)
        result = bn_gradients(*arrays, case.eps)
        dX, _, _ = assert_outputs(result, count=3, name="bn_gradients")
        assert_array(dX, (5, 3), name="dX")
        assert_inputs_unchanged(bn_gradients, *arrays, case.eps)
