"""What a correct `batchnorm_backward` must do, with its own cache or the documented one."""

from checks import Function, hidden, public, random_cases
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


@public(points=2)
def test_gives_dx_of_a_worked_example(
    batchnorm_forward: Function, batchnorm_backward: Function
) -> None:
    """batchnorm_backward should give dx of worked examples, without eps and with it."""
    x, dout = [[1.0], [1.0], [3.0], [3.0]], [[2.0], [0.0], [1.0], [0.0]]
    case = batch_case(x, dout, gamma=[2.0], eps=0.0)
    expected = {"dx": [[2.0], [-2.0], [1.0], [-1.0]]}
    x_hat = [[-1.0], [-1.0], [1.0], [1.0]]
    assert_gradients(batchnorm_forward, batchnorm_backward, case, expected, x_hat)
    x, dout = [[-2.0], [-2.0], [2.0], [2.0]], [[1.0], [2.0], [3.0], [6.0]]
    case = batch_case(x, dout, gamma=[5.0], eps=2.25)
    expected = {"dx": [[-2.08], [-0.08], [-1.92], [4.08]]}
    x_hat = [[-0.8], [-0.8], [0.8], [0.8]]
    assert_gradients(batchnorm_forward, batchnorm_backward, case, expected, x_hat)


@public(points=2)
def test_gives_dgamma_and_dbeta_of_a_worked_example(
    batchnorm_forward: Function, batchnorm_backward: Function
) -> None:
    """batchnorm_backward should give dgamma and dbeta of the worked example, shape (D,)."""
    x, dout = [[0.0, 10.0], [2.0, 30.0]], [[1.0, 2.0], [3.0, 6.0]]
    case = batch_case(x, dout, gamma=[5.0, 7.0], eps=0.0)
    expected = {"dgamma": [2.0, 4.0], "dbeta": [4.0, 8.0]}
    x_hat = [[-1.0, -1.0], [1.0, 1.0]]
    assert_gradients(batchnorm_forward, batchnorm_backward, case, expected, x_hat)


@hidden(points=3)
def test_gives_dgamma_and_dbeta_of_every_batch(
    batchnorm_forward: Function, batchnorm_backward: Function
) -> None:
    """batchnorm_backward should give dgamma and dbeta for any batch and any eps."""
    for case in batch_cases(random_cases("dgamma and dbeta")):
        _, truth = batchnorm_truth(case)
        expected = {"dgamma": truth["gamma"], "dbeta": truth["beta"]}
        functions, x_hat = (batchnorm_forward, batchnorm_backward), normalized(case)
        assert_gradients(*functions, case, expected, x_hat, easier_cases(case))


@hidden(points=10)
def test_gives_dx_of_every_batch(
    batchnorm_forward: Function, batchnorm_backward: Function
) -> None:
    """batchnorm_backward should add up all roads from x to the output, for any eps."""
    for case in batch_cases(random_cases("dx")):
        _, truth = batchnorm_truth(case)
        expected = {"dx": truth["x"]}
        functions, x_hat = (batchnorm_forward, batchnorm_backward), normalized(case)
        assert_gradients(*functions, case, expected, x_hat, easier_cases(case))


@hidden(points=2)
def test_leaves_dout_and_the_cache_alone(
    batchnorm_forward: Function, batchnorm_backward: Function
) -> None:
    """batchnorm_backward should change neither dout nor the cache."""
    (case,) = batch_cases(random_cases("backward inputs"), shapes=((9, 6),))
    assert_leaves_alone(batchnorm_forward, batchnorm_backward, case, normalized(case))
