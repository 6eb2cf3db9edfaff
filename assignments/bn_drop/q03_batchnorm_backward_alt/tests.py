"""What a correct `batchnorm_backward_alt` must do, whatever `batchnorm_backward` does."""

import numpy as np

from checks import Function, Notebook, hidden, public, random_cases
from checks.backward import on_its_own
from checks.normalization import (
    assert_gradients,
    assert_leaves_alone,
    batch_case,
)
from references.normalization import (
    batch_cases,
    batchnorm_truth,
    easier_cases,
    normalized,
)


@public(points=1)
def test_gives_a_worked_example(
    batchnorm_forward: Function, batchnorm_backward_alt: Function, env: Notebook
) -> None:
    """batchnorm_backward_alt should give worked examples by a formula of its own."""
    x, dout = [[1.0], [1.0], [3.0], [3.0]], [[8.0], [0.0], [0.0], [4.0]]
    case = batch_case(x, dout, gamma=[1.0], eps=0.0)
    dx = np.array([[4.0], [-4.0], [-2.0], [2.0]])
    expected = {"dx": dx, "dgamma": np.array([-4.0]), "dbeta": np.array([12.0])}
    x_hat = [[-1.0], [-1.0], [1.0], [1.0]]
    x, dout = [[-2.0], [1.0], [1.0]], [[8.0], [0.0], [4.0]]
    other = batch_case(x, dout, gamma=[4.0], eps=2.0)
    positive_eps = {"dx": np.array([[4.0], [-6.0], [2.0]])}
    other_x_hat = [[-1.0], [0.5], [0.5]]
    functions = batchnorm_forward, batchnorm_backward_alt
    with on_its_own(batchnorm_backward_alt, "batchnorm_backward", env):
        assert_gradients(*functions, case, expected, x_hat)
        assert_gradients(*functions, other, positive_eps, other_x_hat)


@hidden(points=1)
def test_gives_dgamma_and_dbeta_of_every_batch(
    batchnorm_forward: Function, batchnorm_backward_alt: Function, env: Notebook
) -> None:
    """batchnorm_backward_alt should give dgamma and dbeta for any batch and any eps."""
    with on_its_own(batchnorm_backward_alt, "batchnorm_backward", env):
        for case in batch_cases(random_cases("closed dgamma and dbeta")):
            _, truth = batchnorm_truth(case)
            expected = {"dgamma": truth["gamma"], "dbeta": truth["beta"]}
            functions = batchnorm_forward, batchnorm_backward_alt
            x_hat, easier = normalized(case), easier_cases(case)
            assert_gradients(*functions, case, expected, x_hat, easier)


@hidden(points=3)
def test_gives_dx_of_every_batch(
    batchnorm_forward: Function, batchnorm_backward_alt: Function, env: Notebook
) -> None:
    """batchnorm_backward_alt should give dx for any batch and any eps."""
    with on_its_own(batchnorm_backward_alt, "batchnorm_backward", env):
        for case in batch_cases(random_cases("closed dx")):
            _, truth = batchnorm_truth(case)
            expected = {"dx": truth["x"]}
            functions = batchnorm_forward, batchnorm_backward_alt
            x_hat, easier = normalized(case), easier_cases(case)
            assert_gradients(*functions, case, expected, x_hat, easier)


@hidden(points=1)
def test_leaves_dout_and_the_cache_alone(
    batchnorm_forward: Function, batchnorm_backward_alt: Function, env: Notebook
) -> None:
    """batchnorm_backward_alt should change neither dout nor the cache."""
    (case,) = batch_cases(random_cases("closed inputs"), shapes=((9, 6),))
    with on_its_own(batchnorm_backward_alt, "batchnorm_backward", env):
        assert_leaves_alone(
            batchnorm_forward, batchnorm_backward_alt, case, normalized(case)
        )
