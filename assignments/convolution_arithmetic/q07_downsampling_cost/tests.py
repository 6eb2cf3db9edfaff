"""How many operations `conv_macs` must count, and what a pool saves."""

import numpy as np

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_close,
    hidden,
    public,
    random_cases,
)
from checks.arithmetic import assert_counts, distinct, stand_ins
from checks.closeness import Array
from checks.worlds import in_either_world
from references.arithmetic import earlier_answers
from references.functional import windows_of


@public(points=0.5)
def test_counts_a_worked_example(env: Notebook, conv_macs: Function) -> None:
    """conv_macs should count 24 operations in the worked example."""

    def check() -> None:
        assert_counts(conv_macs(1, 2, 3, 4, 1), 24, name="conv_macs")

    in_either_world(env, stand_ins(env, "conv_params"), check)


@public(points=0.5)
def test_savings_are_three_numbers(pool_savings: object) -> None:
    """pool_savings should hold three numbers, one for each case."""
    assert_array(pool_savings, (3,), name="pool_savings")


@hidden(points=2)
def test_counts_every_multiplication(env: Notebook, conv_macs: Function) -> None:
    """conv_macs should count every product of a weight and an entry."""

    def check() -> None:
        rng = random_cases("macs")
        drawn = [(*distinct(rng, 4, 2, 9), int(rng.integers(2, 5))) for _ in range(3)]
        for c_in, c_out, h, w, k in [(4, 6, 5, 7, 3), *drawn]:
            image = np.ones((1, c_in, h + k - 1, w + k - 1))
            area, mix = h * w, c_in * c_out
            assert_counts(
                conv_macs(c_in, c_out, h, w, k),
                c_out * windows_of(image, k, k, 1).size,
                name=f"operations of {k}x{k} from {c_in} to {c_out} channels on {h}x{w}",
                mistakes=[
                    ("that counts the weights, each of them once.", k * k * mix),
                    ("a window has a height and a width.", k * mix * area),
                    ("a window has more than one entry.", mix * area),
                    ("the map need not be square.", k * k * mix * h * h),
                    ("the map need not be square.", k * k * mix * w * w),
                    ("each filter reads all input channels.", k * k * c_out * area),
                    ("every output channel has to be computed.", k * k * c_in * area),
                    ("no biases are counted.", (k * k * c_in + 1) * c_out * area),
                    (
                        "a MAC is one multiplication with its addition.",
                        2 * k * k * mix * area,
                    ),
                ],
            )

    in_either_world(env, earlier_answers("conv_params"), check)


@hidden(points=2)
def test_savings_follow_the_channels(pool_savings: object) -> None:
    """pool_savings should compare the operations in each of the three cases."""
    truth = np.array([4.0, 2.0, 1.0])

    def hint(seen: Array) -> str | None:
        if seen.shape != (3,):
            return None
        if np.allclose(seen, 1 / truth):
            return "divide the operations without the pool by those with it."
        if np.allclose(seen, truth / 4):
            return "the weights are used at every position: how many are left?"
        if np.allclose(seen, seen[0]):
            return "the channels change the number of operations too."
        if np.allclose(seen, np.sqrt(truth)) or np.isclose(seen[0], 2):
            return "the pool halves the height and the width."
        if np.isclose(seen[2], 2):
            return "in the third case both numbers of channels double."
        return None

    assert_close(pool_savings, truth, name="pool_savings", rtol=1e-6, hint=hint)
